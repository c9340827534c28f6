using System.Collections.Immutable;
using System.Globalization;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.Problems;
using GridActors.Core.Webhooks;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Webhooks;

/// <summary>The parameters of a page as they come in; an empty one counts as left out. A cursor is the id of the last entry of the page before.</summary>
internal sealed record WebhookPaging(
    [property: FromQuery(Name = "limit")] string? Limit,
    [property: FromQuery(Name = "cursor")] string? Cursor)
{
    public Guid? Read(ImmutableArray<FieldProblem>.Builder problems, out int limit)
    {
        limit = IncidentListQuery.DefaultLimit;
        if (!string.IsNullOrEmpty(Limit) && !(int.TryParse(Limit, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= IncidentListQuery.MaxLimit))
        {
            problems.Add(new FieldProblem("limit", "limit_out_of_range", $"limit is a whole number from 1 to {IncidentListQuery.MaxLimit}."));
        }

        if (string.IsNullOrEmpty(Cursor))
        {
            return null;
        }

        if (!Guid.TryParseExact(Cursor, "D", out var last))
        {
            problems.Add(new FieldProblem("cursor", "cursor_malformed", "cursor is the nextCursor of the page before, unchanged."));
        }

        return last;
    }

    /// <summary>Null where every state is asked for.</summary>
    public static DeliveryState? ReadState(string? text, ImmutableArray<FieldProblem>.Builder problems)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (!ApiJson.TryReadName<DeliveryState>(text, out var state))
        {
            problems.Add(new FieldProblem("state", "state_unknown", $"state is one of {string.Join(", ", Enum.GetValues<DeliveryState>().Select(ApiJson.NameOf))}."));
        }

        return state;
    }
}
