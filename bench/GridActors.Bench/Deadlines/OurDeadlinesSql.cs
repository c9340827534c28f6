namespace GridActors.Bench.Deadlines;

internal static class OurDeadlinesSql
{
    public const string CountFired = """
        -- Bench.CountFired: by the index on the instant
        SELECT count(*) FROM incident_event WHERE at >= '{since}' AND kind = 'incident.escalated.v1'
        """;

    public const string LastFired = """
        -- Bench.LastFired
        SELECT max(at) FROM incident_event WHERE at >= '{since}' AND kind = 'incident.escalated.v1'
        """;

    public const string Lateness = """
        -- Bench.Lateness: milliseconds between the deadline and the decision that it was missed
        SELECT array_agg((extract(epoch FROM at - (body::jsonb ->> 'missedDue')::timestamptz) * 1000)::double precision)
        FROM incident_event WHERE at >= '{since}' AND kind = 'incident.escalated.v1'
        """;
}
