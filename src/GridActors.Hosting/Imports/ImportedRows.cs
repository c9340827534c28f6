using System.Collections.Immutable;

namespace GridActors.Hosting.Imports;

/// <summary>The good rows of a file by their keys. A key that comes again with the same fields is a warning, with other fields it is refused.</summary>
public sealed class ImportedRows<TKey, TValue>(ImportProblems problems, Func<TKey, string> describe)
    where TKey : notnull
{
    private readonly Dictionary<TKey, ImportRow> _first = [];
    private readonly List<(ImportRow Row, TValue Value)> _values = [];

    /// <summary>In the file's order, without rows that were refused since.</summary>
    public ImmutableArray<(ImportRow Row, TValue Value)> Accepted => [.. _values.Where(v => !problems.IsRefused(v.Row.Number))];

    /// <summary>Takes a row unless it is refused already or its key was taken by a row above.</summary>
    public void Add(ImportRow row, TKey key, TValue value)
    {
        if (problems.IsRefused(row.Number))
        {
            return;
        }

        if (_first.TryAdd(key, row))
        {
            _values.Add((row, value));
        }
        else if (_first[key].HasSameFieldsAs(row))
        {
            problems.Warn(row.Number, "duplicate_row", $"The same as row {_first[key].Number}; counted once.");
        }
        else
        {
            problems.Refuse(row.Number, "duplicate_key", $"{describe(key)} is in row {_first[key].Number} already, with other content.");
        }
    }
}
