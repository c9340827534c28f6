using System.Collections.Frozen;
using System.Collections.Immutable;
using CsvHelper;

namespace GridActors.Hosting.Imports;

/// <summary>A CSV file (RFC 4180, comma, UTF-8 with or without a byte order mark), read as text and not yet believed.</summary>
public sealed class ImportTable
{
    private const int HeaderRow = 1;
    private const int MaxRecordBytes = 4 * 1024 * 1024;

    private ImportTable(int rowCount, ImmutableArray<ImportRow> rows) => (RowCount, Rows) = (rowCount, rows);

    /// <summary>Rows of data in the file, readable or not.</summary>
    public int RowCount { get; }

    /// <summary>The readable rows, in the file's order.</summary>
    public ImmutableArray<ImportRow> Rows { get; }

    /// <summary>Reads the whole file. Rows that cannot be read go to the problems; a missing column is one problem of row 1, and there are no rows then.</summary>
    /// <param name="allowsLineBreaks">Whether a quoted field may run over several lines. Where it may not, a stray quote spoils one line and not the rest of the file.</param>
    public static async Task<ImportTable> ReadAsync(
        TextReader csv, ImmutableArray<string> columns, bool allowsLineBreaks, ImportProblems problems, CancellationToken ct)
    {
        var unreadable = 0;
        var rows = ImmutableArray.CreateBuilder<ImportRow>();
        var options = OptionsFor(allowsLineBreaks, bad =>
        {
            unreadable++;
            problems.Refuse((int)bad.LineNumber, "row_malformed", $"The row cannot be read: {ReasonOf(bad.Reason)}.");
        });
        try
        {
            await using var reader = CsvReader.Create(csv, options, leaveOpen: true);
            await reader.ReadHeaderAsync(ct);
            if (!TryFindColumns(reader, columns, problems, out var index))
            {
                return new ImportTable(0, []);
            }

            while (await reader.ReadAsync(ct))
            {
                Take(reader, index, rows, problems);
            }
        }
        catch (CsvFormatException e)
        {
            problems.Refuse(Math.Max(HeaderRow, (int)e.LineNumber), "file_malformed", $"The file cannot be read any further: {e.Message}");
        }

        return new ImportTable(rows.Count + unreadable, rows.ToImmutable());
    }

    private static CsvReaderOptions OptionsFor(bool allowsLineBreaks, Action<CsvMalformedRecord> onMalformed) => new()
    {
        Separator = ',',
        AllowLineBreaksInQuotes = allowsLineBreaks,
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Skip,
        FieldCountMismatch = CsvFieldCountHandling.Skip,
        OnMalformedRecord = onMalformed,
        MaxRecordSize = MaxRecordBytes,
    };

    private static bool TryFindColumns(CsvReader reader, ImmutableArray<string> columns, ImportProblems problems, out FrozenDictionary<string, int> index)
    {
        string[] header = [.. reader.Headers.Select((h, i) => (i == 0 ? h.TrimStart('\uFEFF') : h).Trim())];
        index = header.Select((name, i) => (name, i)).DistinctBy(c => c.name).ToFrozenDictionary(c => c.name, c => c.i);
        string[] missing = [.. columns.Except(header)];
        if (missing.Length > 0)
        {
            problems.Refuse(HeaderRow, "column_missing", $"The header has no column {string.Join(", ", missing)}; it needs {string.Join(",", columns)}.");
        }

        return missing.Length == 0;
    }

    private static void Take(CsvReader reader, FrozenDictionary<string, int> index, ImmutableArray<ImportRow>.Builder rows, ImportProblems problems)
    {
        var fields = new string[reader.FieldCount];
        for (var i = 0; i < fields.Length; i++)
        {
            fields[i] = reader.GetString(i);
        }

        var row = new ImportRow((int)reader.LineNumber, index, fields);
        rows.Add(row);
        if (fields.Any(f => f.Contains('\uFFFD', StringComparison.Ordinal)))
        {
            problems.Refuse(row.Number, "row_not_utf8", "The row has bytes that are no UTF-8 text; save the file as UTF-8.");
        }
    }

    private static string ReasonOf(CsvMalformedReason reason) => reason switch
    {
        CsvMalformedReason.StrayQuote => "it has a quote inside an unquoted field",
        CsvMalformedReason.TextAfterClosingQuote => "it has text behind a closing quote",
        CsvMalformedReason.UnterminatedQuote => "a quoted field is never closed",
        CsvMalformedReason.LineBreakInQuotes => "a quoted field is not closed on its line",
        _ => "it has more or fewer fields than the header",
    };
}
