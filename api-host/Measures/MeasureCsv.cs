using System.Globalization;
using CsvHelper;
using GridActors.ApiHost.Json;
using GridActors.Core.Measures;

namespace GridActors.ApiHost.Measures;

/// <summary>Rows as a spreadsheet takes them: a line each, no links.</summary>
internal static class MeasureCsv
{
    public const string MediaType = "text/csv";

    /// <summary>A cell that begins as a formula does gets an apostrophe in front: a spreadsheet would compute it, whoever wrote it.</summary>
    private static readonly CsvWriterOptions _format = CsvWriterOptions.Default with { Injection = CsvInjection.Escape };

    /// <param name="keyName">The heading of the first column.</param>
    public static string Write(string keyName, IEnumerable<MeasureRow> rows)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        using (var csv = CsvWriter.Create(text, _format, leaveOpen: true))
        {
            csv.WriteHeader([keyName, .. Enum.GetValues<MeasureFigure>().Select(ApiJson.NameOf), .. RatesOf(null).Select(r => r.Name)]);
            foreach (var row in rows)
            {
                csv.WriteRecord([row.Key, .. row.Figures.Values.Select(f => f.Count.ToString(CultureInfo.InvariantCulture)), .. RatesOf(row.Rates).Select(r => r.Text)]);
            }
        }

        return text.ToString();
    }

    private static IEnumerable<(string Name, string Text)> RatesOf(MeasureRates? rates) =>
    [
        ("filing_rate", TextOf(rates?.Filing)),
        ("on_time_handling_rate", TextOf(rates?.OnTimeHandling)),
        ("on_time_closing_rate", TextOf(rates?.OnTimeClosing)),
        ("rework_rate", TextOf(rates?.Rework)),
        ("response_rate", TextOf(rates?.Response)),
        ("resolution_rate", TextOf(rates?.Resolution)),
        ("satisfaction_rate", TextOf(rates?.Satisfaction)),
    ];

    private static string TextOf(decimal? rate) => rate?.ToString(CultureInfo.InvariantCulture) ?? "";
}
