using System.Collections.Immutable;
using System.Globalization;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.Problems;
using GridActors.Core.Incidents;
using GridActors.Core.Measures;
using GridActors.Storage.Measures;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Measures;

/// <summary>The parameters of a figure's list as they come in.</summary>
internal sealed record MeasureListQuery(
    [property: FromQuery(Name = "figure")] string? Figure,
    [property: FromQuery(Name = "under")] string? Under,
    [property: FromQuery(Name = "grid")] string? Grid,
    [property: FromQuery(Name = "worker")] string? Worker,
    [property: FromQuery(Name = "department")] string? Department,
    [property: FromQuery(Name = "from")] string? From,
    [property: FromQuery(Name = "to")] string? To,
    [property: FromQuery(Name = "limit")] string? Limit,
    [property: FromQuery(Name = "cursor")] string? Cursor)
{
    private const char Separator = '_';

    public MeasureFilter Read(DateTimeOffset now, out MeasureFigure figure, out MeasureEntryCursor? after, out int limit, out ImmutableArray<FieldProblem> problems)
    {
        var found = ImmutableArray.CreateBuilder<FieldProblem>();
        if (!ApiJson.TryReadName(Figure ?? "", out figure))
        {
            found.Add(new FieldProblem("figure", "figure_unknown", $"figure is one of {string.Join(", ", Enum.GetValues<MeasureFigure>().Select(ApiJson.NameOf))}."));
        }

        limit = IncidentListQuery.DefaultLimit;
        if (!string.IsNullOrEmpty(Limit) && !(int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= IncidentListQuery.MaxLimit))
        {
            found.Add(new FieldProblem("limit", "limit_out_of_range", $"limit is a whole number from 1 to {IncidentListQuery.MaxLimit}."));
        }

        after = string.IsNullOrEmpty(Cursor) ? null : ReadCursor(Cursor);
        if (after is null && !string.IsNullOrEmpty(Cursor))
        {
            found.Add(new FieldProblem("cursor", "cursor_malformed", "cursor is the nextCursor of the page before, unchanged."));
        }

        var filter = MeasureFilterReader.Read(new MeasureParameters(Under, Grid, Worker, Department, From, To), now, found);
        problems = found.ToImmutable();
        return filter;
    }

    public static string WriteCursor(MeasureEntryCursor last) =>
        string.Create(CultureInfo.InvariantCulture, $"{last.Day:yyyy-MM-dd}{Separator}{last.Incident}{Separator}{last.Occurrence}");

    private static MeasureEntryCursor? ReadCursor(string text) =>
        text.Split(Separator) is [var dayText, var idText, var occurrenceText]
        && DateOnly.TryParseExact(dayText, MeasureFilterReader.DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && IncidentId.TryParse(idText, out var id)
        && int.TryParse(occurrenceText, NumberStyles.None, CultureInfo.InvariantCulture, out var occurrence)
            ? new MeasureEntryCursor(day, id, occurrence)
            : null;
}
