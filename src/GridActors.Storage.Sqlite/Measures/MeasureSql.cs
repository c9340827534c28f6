using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;

namespace GridActors.Storage.Sqlite.Measures;

internal static class MeasureSql
{
    public const string ReadPosition = """
        -- Measures.ReadPosition
        SELECT position FROM measure_position WHERE id = 1
        """;

    public const string MovePosition = """
        -- Measures.MovePosition: no row changed means that somebody else counted
        UPDATE measure_position SET position = @to WHERE id = 1 AND position = @from
        """;

    public const string Forget = """
        -- Measures.Forget: an incident is counted as a whole, and what it does not contribute any more is gone
        DELETE FROM measure_contribution
        WHERE incident_id = @id AND figure || '/' || occurrence NOT IN (SELECT value FROM json_each(@kept))
        """;

    public const string Put = """
        -- Measures.Put: most of an incident's rows stay as they are, and cost no write
        INSERT INTO measure_contribution (incident_id, figure, occurrence, day, place_code, worker, department)
        VALUES (@id, @figure, @occurrence, @day, @place, @worker, @department)
        ON CONFLICT (incident_id, figure, occurrence) DO UPDATE
        SET day = excluded.day, place_code = excluded.place_code, worker = excluded.worker, department = excluded.department
        WHERE day <> excluded.day OR place_code <> excluded.place_code OR worker IS NOT excluded.worker OR department IS NOT excluded.department
        """;

    /// <summary>One line a key and figure. The conditions are those that <see cref="ConditionsOf"/> writes.</summary>
    public static string SumOf(MeasureFilter filter, MeasureDimension dimension) => $"""
        -- Measures.Sum: a range of days on the index of what is asked for
        SELECT {KeyOf(dimension)} AS key, figure, COUNT(*) FROM measure_contribution
        WHERE {ConditionsOf(filter)} AND {KeyOf(dimension)} IS NOT NULL AND (@after IS NULL OR {KeyOf(dimension)} > @after)
        GROUP BY 1, figure ORDER BY 1, figure LIMIT @limit
        """;

    public static string ListOf(MeasureFilter filter) => $"""
        -- Measures.List: keyset paging
        SELECT incident_id, occurrence, day, place_code, worker, department FROM measure_contribution
        WHERE {ConditionsOf(filter)} AND figure = @figure
            AND (day, incident_id, occurrence) > (@after_day, @after_id, @after_occurrence)
        ORDER BY day, incident_id, occurrence LIMIT @limit
        """;

    /// <summary>Only what is asked for is a condition: one that may be left out keeps the store from using its index.</summary>
    private static string ConditionsOf(MeasureFilter filter) => string.Join(" AND ", new[]
    {
        "day >= @from AND day <= @to",
        filter.Under is null ? null : "place_code >= @place_from AND place_code < @place_to",
        filter.PlaceCode is null ? null : "place_code = @place",
        filter.Worker is null ? null : "worker = @worker",
        filter.Department is null ? null : "department = @department",
        PlaceRangeSql.ConditionOf(filter.Within),
    }.OfType<string>());

    private static string KeyOf(MeasureDimension dimension) => dimension switch
    {
        MeasureDimension.Day => "day",
        MeasureDimension.Grid => "place_code",
        MeasureDimension.Worker => "worker",
        MeasureDimension.Department => "department",
        MeasureDimension.Division => "substr(place_code, 1, @digits)",
        _ => "''",
    };
}
