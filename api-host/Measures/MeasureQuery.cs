using System.Collections.Immutable;
using System.Globalization;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.Problems;
using GridActors.Core.Divisions;
using GridActors.Storage.Measures;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Measures;

/// <summary>The parameters of sums as they come in.</summary>
internal sealed record MeasureQuery(
    [property: FromQuery(Name = "under")] string? Under,
    [property: FromQuery(Name = "grid")] string? Grid,
    [property: FromQuery(Name = "worker")] string? Worker,
    [property: FromQuery(Name = "department")] string? Department,
    [property: FromQuery(Name = "from")] string? From,
    [property: FromQuery(Name = "to")] string? To,
    [property: FromQuery(Name = "by")] string? By,
    [property: FromQuery(Name = "limit")] string? Limit,
    [property: FromQuery(Name = "cursor")] string? Cursor,
    [property: FromQuery(Name = "format")] string? Format)
{
    public const int DefaultLimit = 500;
    public const int MaxLimit = 5_000;
    public const string CsvFormat = "csv";
    public const string JsonFormat = "json";

    /// <summary>Null where it is left out: the client's Accept header says it.</summary>
    public bool? IsCsv => string.IsNullOrEmpty(Format) ? null : Format == CsvFormat;

    /// <summary>The last key of the page before.</summary>
    public string? After => string.IsNullOrEmpty(Cursor) ? null : Cursor;

    public MeasureFilter Read(DateTimeOffset now, out MeasureGrouping grouping, out int limit, out ImmutableArray<FieldProblem> problems)
    {
        var found = ImmutableArray.CreateBuilder<FieldProblem>();
        var filter = MeasureFilterReader.Read(new MeasureParameters(Under, Grid, Worker, Department, From, To), now, found);
        var dimension = MeasureDimension.Total;
        AddIf(!string.IsNullOrEmpty(By) && !ApiJson.TryReadName(By, out dimension), "by", "by_unknown", $"by is one of {string.Join(", ", Enum.GetValues<MeasureDimension>().Select(ApiJson.NameOf))}.");
        limit = DefaultLimit;
        var isLimit = string.IsNullOrEmpty(Limit) || (int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= MaxLimit);
        AddIf(!isLimit, "limit", "limit_out_of_range", $"limit is a whole number from 1 to {MaxLimit}.");
        AddIf(After?.Any(c => !char.IsAscii(c) || char.IsControl(c)) is true, "cursor", "cursor_malformed", "cursor is the nextCursor of the page before, unchanged.");
        AddIf(!string.IsNullOrEmpty(Format) && Format is not (CsvFormat or JsonFormat), "format", "format_unknown", $"format is {JsonFormat} or {CsvFormat}.");
        grouping = new MeasureGrouping(dimension, LevelBelow(filter.Under));
        problems = found.ToImmutable();
        return filter;

        void AddIf(bool isWrong, string field, string code, string message)
        {
            if (isWrong)
            {
                found.Add(new FieldProblem(field, code, message));
            }
        }
    }

    /// <summary>Sums of divisions are of those right below the one asked for; of counties where none is.</summary>
    private static DivisionLevel LevelBelow(DivisionCode? under) => under?.Level switch
    {
        null or DivisionLevel.Prefecture => DivisionLevel.County,
        DivisionLevel.County => DivisionLevel.Township,
        _ => DivisionLevel.Village,
    };
}
