namespace GridActors.Storage.Sqlite.Incidents;

/// <summary>The list is put together from constant parts, so that each combination of filters has its own plan and index.</summary>
internal static class IncidentListSql
{
    public const string Select = """
        -- Incidents.List: keyset paging; the page is chosen first, or sorting would carry the states of all that match
        SELECT state FROM incident WHERE rowid IN (SELECT rowid FROM incident WHERE 1 = 1
        """;

    public const string Under = " AND place_code >= @place_from AND place_code < @place_to";

    /// <summary>A large part of everything is found sooner in the order of the list than collected and sorted; the plus keeps the index on places out of it.</summary>
    public const string UnderWide = " AND +place_code >= @place_from AND +place_code < @place_to";

    public const string Grid = " AND place_code = @grid";

    public const string Phase = " AND phase = @phase";

    public const string Item = " AND item_code = @item_code";

    /// <summary>A handle deadline that is not set yet is not missed.</summary>
    public const string Overdue = " AND COALESCE(COALESCE(closed_at, @now) > handle_due_at, 0) = @overdue";

    public const string After = " AND (reported_at, id) < (@after_reported_at, @after_id)";

    public const string ListOpen = """
        -- Incidents.ListOpen: the grid's range of the index on places holds its closed incidents as well; a grid has few
        SELECT state FROM incident WHERE place_code = @grid AND closed_at IS NULL AND (@after IS NULL OR id > @after) ORDER BY id LIMIT @limit
        """;

    public const string Order = " ORDER BY reported_at DESC, id DESC LIMIT @limit) ORDER BY reported_at DESC, id DESC";
}
