using System.Collections.Immutable;

namespace GridActors.Bench.Plans;

internal static class PlansSql
{
    public const string Vary = """
        -- Bench.Vary: copies of one incident are all of one item; lists are asked for a common one and for a rare one
        UPDATE incident SET item_code = '0901' WHERE ('x' || right(id::text, 4))::bit(16)::integer % 1000 = 0
        """;

    public const string CountCopies = """
        -- Bench.CountCopies: the follower counts what the product wrote and not what the seed copied; workers and departments are many
        INSERT INTO measure_contribution (incident_id, figure, occurrence, day, place_code, worker, department)
        SELECT
            i.id, f.figure, 1, (i.reported_at AT TIME ZONE 'UTC')::date, rtrim(i.place_code),
            'w-' || abs(hashtext(i.id::text)) % 500, '652390000000/dept-' || abs(hashtext(i.id::text)) % 12
        FROM incident AS i, (VALUES ('Reported', false), ('Filed', true), ('Due', true), ('HandledOnTime', true), ('Handled', true), ('Closed', true)) AS f (figure, is_of_closed)
        WHERE i.closed_at IS NOT NULL OR NOT f.is_of_closed
        ON CONFLICT DO NOTHING
        """;

    public const string RefuseSome = """
        -- Bench.RefuseSome: one refusal for ten closed incidents, at the time and place of the incident
        INSERT INTO refused_report (id, at, place_code, item_code, reason, channel)
        SELECT id, reported_at, rtrim(place_code), '98' || lpad((abs(hashtext(id::text)) % 20)::text, 2, '0'), 'UnknownItem', 'api'
        FROM incident WHERE closed_at IS NOT NULL AND abs(hashtext(id::text)) % 10 = 0
        ON CONFLICT DO NOTHING
        """;

    /// <summary>The server writes the plan of every statement of a new session into its log.</summary>
    public static ImmutableArray<string> Explain { get; } =
    [
        "session_preload_libraries = 'auto_explain'",
        "auto_explain.log_min_duration = 0",
        "auto_explain.log_analyze = on",
        "auto_explain.log_buffers = on",
        "auto_explain.log_timing = off",
    ];
}
