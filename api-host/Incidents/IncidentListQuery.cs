using System.Collections.Immutable;
using System.Globalization;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.Problems;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace GridActors.ApiHost.Incidents;

/// <summary>The parameters of the list as they come in; an empty one counts as left out.</summary>
internal sealed record IncidentListQuery(
    [property: FromQuery(Name = "under")] string? Under,
    [property: FromQuery(Name = "phase")] string? Phase,
    [property: FromQuery(Name = "item")] string? Item,
    [property: FromQuery(Name = "overdue")] string? Overdue,
    [property: FromQuery(Name = "limit")] string? Limit,
    [property: FromQuery(Name = "cursor")] string? Cursor)
{
    public const int DefaultLimit = 50;
    public const int MaxLimit = 200;

    public IncidentFilter Read(DateTimeOffset now, out ImmutableArray<FieldProblem> problems)
    {
        var found = ImmutableArray.CreateBuilder<FieldProblem>();
        GridCode? grid = GridCode.TryParse(Under, out GridCode g) ? g : null;
        var under = grid is null ? Optional<DivisionCode>(Under, DivisionCode.TryParse, new("under", "under_malformed", "under is a division code of 12 digits or a grid code of 15."), found) : null;
        var filter = new IncidentFilter(
            under,
            grid,
            Optional<IncidentPhase>(Phase, ApiJson.TryReadName, new("phase", "phase_unknown", $"phase is one of {string.Join(", ", Enum.GetValues<IncidentPhase>().Select(ApiJson.NameOf))}."), found),
            Optional<ItemCode>(Item, ItemCode.TryParse, new("item", "item_code_malformed", "item is an item code of four digits."), found),
            Optional<bool>(Overdue, TryReadBool, new("overdue", "overdue_malformed", "overdue is true or false."), found),
            now,
            Optional<ListCursor>(Cursor, ListCursors.TryRead, new("cursor", "cursor_malformed", "cursor is the nextCursor of the page before, unchanged."), found),
            Optional<int>(Limit, TryReadLimit, new("limit", "limit_out_of_range", $"limit is a whole number from 1 to {MaxLimit}."), found) ?? DefaultLimit);
        problems = found.ToImmutable();
        return filter;
    }

    /// <summary>The address of the page behind a cursor, with the same filters.</summary>
    public string AddressOfPage(string path, string cursor)
    {
        var parameters = new Dictionary<string, string?> { ["under"] = Under, ["phase"] = Phase, ["item"] = Item, ["overdue"] = Overdue, ["limit"] = Limit };
        return QueryHelpers.AddQueryString(path, parameters.Where(p => !string.IsNullOrEmpty(p.Value)).Append(new("cursor", cursor)));
    }

    private delegate bool Parse<T>(string text, out T value);

    private static T? Optional<T>(string? text, Parse<T> parse, FieldProblem otherwise, ImmutableArray<FieldProblem>.Builder problems)
        where T : struct
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (parse(text, out var value))
        {
            return value;
        }

        problems.Add(otherwise);
        return null;
    }

    private static bool TryReadBool(string text, out bool value)
    {
        value = text == "true";
        return value || text == "false";
    }

    private static bool TryReadLimit(string text, out int value) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value is >= 1 and <= MaxLimit;
}
