using System.Globalization;
using GridActors.ApiHost.Json;
using GridActors.Core.Departments;
using GridActors.Core.Divisions;
using GridActors.Core.Measures;
using GridActors.Core.Workers;
using GridActors.Storage.Measures;
using Microsoft.AspNetCore.WebUtilities;

namespace GridActors.ApiHost.Measures;

/// <summary>Sums as rows of which every figure leads to its incidents.</summary>
internal static class MeasureRows
{
    public const string ListPath = "/v1/measures/incidents";

    private const string TotalKey = "total";
    private const int DivisionDigits = 12;

    /// <param name="asked">What the sum was asked for with; its row asks for less.</param>
    public static MeasureRow Of(MeasureSum sum, MeasureGrouping grouping, MeasureFilter asked)
    {
        var parameters = MeasureFilterReader.Write(Narrowed(asked, grouping, sum.Key));
        var figures = new Dictionary<string, FigureResource>();
        foreach (var figure in Enum.GetValues<MeasureFigure>())
        {
            var name = ApiJson.NameOf(figure);
            figures.Add(name, new FigureResource(sum[figure], QueryHelpers.AddQueryString($"{ListPath}?figure={name}", parameters)));
        }

        return new MeasureRow(KeyOf(sum.Key, grouping), figures, MeasureRates.Of(f => sum[f]));
    }

    private static string KeyOf(string key, MeasureGrouping grouping) => grouping.Dimension switch
    {
        MeasureDimension.Total => TotalKey,
        MeasureDimension.Division => DivisionOf(key).ToString(),
        _ => key,
    };

    private static MeasureFilter Narrowed(MeasureFilter asked, MeasureGrouping grouping, string key) => grouping.Dimension switch
    {
        MeasureDimension.Day when DateOnly.ParseExact(key, MeasureFilterReader.DayFormat, CultureInfo.InvariantCulture) is var day => asked with { From = day, To = day },
        MeasureDimension.Grid => asked with { PlaceCode = key },
        MeasureDimension.Worker => asked with { Worker = WorkerId.Parse(key) },
        MeasureDimension.Department => asked with { Department = DepartmentCode.Parse(key) },
        MeasureDimension.Division => NarrowedTo(DivisionOf(key), grouping.Level, asked),
        _ => asked,
    };

    /// <summary>What is filed under a division above the level is filed under none of that level: the row is of that division alone.</summary>
    private static MeasureFilter NarrowedTo(DivisionCode division, DivisionLevel level, MeasureFilter asked) =>
        division.Level == level ? asked with { Under = division } : asked with { PlaceCode = division.ToString() };

    private static DivisionCode DivisionOf(string digits) => DivisionCode.Parse(digits.PadRight(DivisionDigits, '0'));
}
