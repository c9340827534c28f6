using System.Collections.Immutable;
using System.Globalization;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.Problems;
using GridActors.Core.Divisions;
using GridActors.Storage.Incidents;
using GridActors.Storage.Refusals;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Refusals;

/// <summary>The parameters of the record as they come in; an empty one counts as left out.</summary>
internal sealed record RefusalQuery(
    [property: FromQuery(Name = "under")] string? Under,
    [property: FromQuery(Name = "from")] string? From,
    [property: FromQuery(Name = "to")] string? To,
    [property: FromQuery(Name = "limit")] string? Limit,
    [property: FromQuery(Name = "cursor")] string? Cursor)
{
    public RefusalFilter Read(out ListCursor? after, out int limit, out ImmutableArray<FieldProblem> problems)
    {
        var found = ImmutableArray.CreateBuilder<FieldProblem>();
        DivisionCode? under = null;
        if (!string.IsNullOrEmpty(Under))
        {
            under = DivisionCode.TryParse(Under, out var division) ? division : null;
            AddIf(under is null, "under", "under_malformed", "under is a division code of 12 digits.");
        }

        after = null;
        if (!string.IsNullOrEmpty(Cursor))
        {
            after = ListCursors.TryRead(Cursor, out var cursor) ? cursor : null;
            AddIf(after is null, "cursor", "cursor_malformed", "cursor is the nextCursor of the page before, unchanged.");
        }

        limit = IncidentListQuery.DefaultLimit;
        var isLimit = string.IsNullOrEmpty(Limit) || (int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= IncidentListQuery.MaxLimit);
        AddIf(!isLimit, "limit", "limit_out_of_range", $"limit is a whole number from 1 to {IncidentListQuery.MaxLimit}.");
        var filter = new RefusalFilter(under, ReadInstant("from", From, found), ReadInstant("to", To, found));
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

    private static DateTimeOffset? ReadInstant(string field, string? text, ImmutableArray<FieldProblem>.Builder problems)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (InstantJsonConverter.TryRead(text, out var instant))
        {
            return instant;
        }

        problems.Add(new FieldProblem(field, $"{field}_malformed", $"{field} is an instant with its offset, written as 2025-01-01T00:00:00Z."));
        return null;
    }
}
