using GridActors.Storage.Incidents;

namespace GridActors.Storage.Postgres.Incidents;

/// <summary>The conditions of an <see cref="IncidentSpan"/>.</summary>
internal static class SpanFilters
{
    public static void Add(QueryBuilder query, IncidentSpan? span)
    {
        if (span is null)
        {
            return;
        }

        ArgumentOutOfRangeException.ThrowIfLessThan(span.Skip, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(span.Skip, IncidentSpan.MaxSkip);
        AddRange(query, span.Reported, "reported", IncidentListSql.Reported);
        AddRange(query, span.Changed, "changed", IncidentListSql.Changed);
        AddRange(query, span.Touched, "touched", IncidentListSql.Touched);
        if (!span.Items.IsDefaultOrEmpty)
        {
            query.Add(true, IncidentListSql.Items, ("items", span.Items.Select(i => i.ToString()).ToArray()));
        }

        query.Add(span.IsOpen is true, IncidentListSql.Open);
        query.Add(span.IsOpen is false, IncidentListSql.Closed);
    }

    private static void AddRange(QueryBuilder query, InstantRange? range, string name, string part)
    {
        if (range is { } asked)
        {
            query.Add(true, part, ($"{name}_from", StoredInstant.AtOrAfter(asked.From)), ($"{name}_until", WholeMilliseconds(asked.Until)));
        }
    }

    private static DateTime WholeMilliseconds(DateTimeOffset instant) =>
        instant.UtcDateTime.AddTicks(-(instant.UtcTicks % TimeSpan.TicksPerMillisecond));
}
