using System.Collections.Immutable;

namespace GridActors.Bench.Plans;

internal static class PlansSql
{
    public const string Vary = """
        -- Bench.Vary: copies of one incident are all of one item; lists are asked for a common one and for a rare one
        UPDATE incident SET item_code = '0901' WHERE ('x' || right(id::text, 4))::bit(16)::integer % 1000 = 0
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
