using System.Collections.Frozen;

namespace GridActors.Hosting.Imports;

/// <summary>One row of a file, by the names of its columns.</summary>
public sealed class ImportRow
{
    private readonly FrozenDictionary<string, int> _columns;
    private readonly string[] _fields;

    internal ImportRow(int number, FrozenDictionary<string, int> columns, string[] fields) => (Number, _columns, _fields) = (number, columns, fields);

    /// <summary>Line of the file where the row begins; the header is 1.</summary>
    public int Number { get; }

    /// <summary>The field as it stands in the file; empty for a column that the file does not have.</summary>
    public string this[string column] => _columns.TryGetValue(column, out var index) ? _fields[index] : "";

    /// <summary>Whether every field is the same as in another row of the file.</summary>
    public bool HasSameFieldsAs(ImportRow other) => _fields.AsSpan().SequenceEqual(other._fields);
}
