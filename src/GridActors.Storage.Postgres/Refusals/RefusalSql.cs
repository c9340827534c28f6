using GridActors.Storage.Incidents;
using GridActors.Storage.Refusals;

namespace GridActors.Storage.Postgres.Refusals;

internal static class RefusalSql
{
    public const string Insert = """
        -- Refusals.Insert: the same report sent again counts once
        INSERT INTO refused_report (id, at, place_code, item_code, reason, channel)
        VALUES (@id, @at, @place_code, @item_code, @reason, @channel)
        ON CONFLICT (id) DO NOTHING
        """;

    public static string ListOf(RefusalFilter filter) => $"""
        -- Refusals.List: keyset paging
        SELECT id, at, place_code, item_code, reason, channel FROM refused_report
        WHERE at >= @from AND at < @to AND place_code >= @place_from AND place_code < @place_to{WithinOf(filter)}
            AND (at, id) < (@after_at, @after_id)
        ORDER BY at DESC, id DESC LIMIT @limit
        """;

    public static string CountOf(RefusalFilter filter) => $"""
        -- Refusals.Count: answered from the index alone
        SELECT reason, item_code, COUNT(*) FROM refused_report
        WHERE at >= @from AND at < @to AND place_code >= @place_from AND place_code < @place_to{WithinOf(filter)}
        GROUP BY reason, item_code ORDER BY reason, item_code
        """;

    private static string WithinOf(RefusalFilter filter) => PlaceRangeSql.ConditionOf(filter.Within) is { } within ? $" AND {within}" : "";
}
