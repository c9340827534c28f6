using GridActors.Storage.Incidents;
using GridActors.Storage.Measures;

namespace GridActors.Storage.Postgres.Measures;

internal static class MeasureSql
{
    public const string ReadPosition = """
        -- Measures.ReadPosition
        SELECT tx, position FROM measure_position WHERE id = 1
        """;

    public const string MovePosition = """
        -- Measures.MovePosition: no row changed means that somebody else counted
        UPDATE measure_position SET tx = @to_tx, position = @to_position WHERE id = 1 AND tx = @from_tx AND position = @from_position
        """;

    public const string Forget = """
        -- Measures.Forget: an incident is counted as a whole, and what it does not contribute any more is gone
        DELETE FROM measure_contribution m WHERE incident_id = ANY(@incidents) AND NOT EXISTS (
            SELECT FROM unnest(@ids, @figures, @occurrences) kept (incident_id, figure, occurrence)
            WHERE kept.incident_id = m.incident_id AND kept.figure = m.figure AND kept.occurrence = m.occurrence)
        """;

    public const string Put = """
        -- Measures.Put: one statement for the whole batch; most of an incident's rows stay as they are, and cost no write
        INSERT INTO measure_contribution AS m (incident_id, figure, occurrence, day, place_code, worker, department)
        SELECT * FROM unnest(@ids, @figures, @occurrences, @days, @places, @workers, @departments)
        ON CONFLICT (incident_id, figure, occurrence) DO UPDATE
        SET day = excluded.day, place_code = excluded.place_code, worker = excluded.worker, department = excluded.department
        WHERE (m.day, m.place_code, m.worker, m.department) IS DISTINCT FROM (excluded.day, excluded.place_code, excluded.worker, excluded.department)
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
        MeasureDimension.Day => "to_char(day, 'YYYY-MM-DD')",
        MeasureDimension.Grid => "place_code",
        MeasureDimension.Worker => "worker",
        MeasureDimension.Department => "department",
        MeasureDimension.Division => "substr(place_code, 1, @digits)",
        _ => "''",
    };
}
