namespace GridActors.Storage.Sqlite.Incidents;

/// <summary>The list is put together from constant parts, so that each combination of filters has its own plan and index.</summary>
internal static class IncidentListSql
{
    public const string Select = """
        -- Incidents.List: keyset paging; the page is chosen first, or sorting would carry the states of all that match
        SELECT state FROM incident WHERE rowid IN (SELECT rowid FROM incident WHERE 1 = 1
        """;

    /// <summary>Goes on with <see cref="ByPlace"/> and <see cref="ByParty"/>, each with the filters behind it.</summary>
    public const string SelectParts = """
        -- Incidents.ListParts: each way into the list has a page of its own, and an incident that comes by two is there once
        SELECT state FROM incident WHERE rowid IN (SELECT found FROM (
        """;

    public const string ByPlace = "SELECT * FROM (SELECT rowid AS found, reported_at, id FROM incident WHERE 1 = 1";

    /// <summary>The columns of a party have names of their own, so that every filter means the incident's. CROSS keeps the party in front.</summary>
    public const string ByParty = "SELECT * FROM (SELECT incident.rowid AS found, reported_at, id FROM incident_party CROSS JOIN incident ON id = incident_id WHERE 1 = 1";

    public const string GridsOnly = " AND length(place_code) = 15";

    public const string Grid = " AND place_code = @grid";

    public const string Phase = " AND phase = @phase";

    public const string Item = " AND item_code = @item_code";

    /// <summary>A handle deadline that is not set yet is not missed.</summary>
    public const string NotOverdue = " AND COALESCE(COALESCE(closed_at, @now) <= handle_due_at, 1)";

    /// <summary>Goes on with <see cref="ClosedLate"/>, <see cref="OpenOverdue"/> or both, each with the filters behind it.</summary>
    public const string SelectOverdue = """
        -- Incidents.ListOverdue: what was closed late and what is open and overdue have an index each, named or the planner would take the one on places
        SELECT state FROM incident WHERE rowid IN (SELECT found FROM (
        """;

    public const string ClosedLate =
        "SELECT * FROM (SELECT rowid AS found, reported_at, id FROM incident INDEXED BY incident_closed_late WHERE closed_at > handle_due_at";

    public const string OpenOverdue =
        "SELECT * FROM (SELECT rowid AS found, reported_at, id FROM incident INDEXED BY incident_open_handle_due WHERE closed_at IS NULL AND handle_due_at < @now";

    public const string PartEnd = " ORDER BY reported_at DESC, id DESC LIMIT @reach)";

    public const string PartyPartEnd = " ORDER BY listed_at DESC, incident_id DESC LIMIT @reach)";

    /// <summary>Between parts that have nothing in common.</summary>
    public const string Both = " UNION ALL ";

    /// <summary>Between parts that may show an incident twice.</summary>
    public const string Either = " UNION ";

    public const string PartsEnd = ")";

    public const string Nothing = " AND 1 = 0";

    public const string Reported = " AND reported_at >= @reported_from AND reported_at <= @reported_until";

    /// <summary>By the index on the instants of events; an incident's version is that of its last one.</summary>
    public const string Changed = " AND (id, version) IN (SELECT id, version FROM incident_event WHERE at >= @changed_from AND at <= @changed_until)";

    public const string Touched = " AND id IN (SELECT id FROM incident_event WHERE at >= @touched_from AND at <= @touched_until)";

    /// <summary>Takes an array of codes as JSON.</summary>
    public const string Items = " AND item_code IN (SELECT value FROM json_each(@items))";

    public const string Open = " AND closed_at IS NULL";

    public const string Closed = " AND closed_at IS NOT NULL";

    public const string After = " AND (reported_at, id) < (@after_reported_at, @after_id)";

    public const string AfterParty = " AND (listed_at, incident_id) < (@after_reported_at, @after_id)";

    public const string ListOpen = """
        -- Incidents.ListOpen: the grid's range of the index on places holds its closed incidents as well; a grid has few
        SELECT state FROM incident WHERE place_code = @grid AND closed_at IS NULL AND (@after IS NULL OR id > @after) ORDER BY id LIMIT @limit
        """;

    public static string Under(int part) => $" AND place_code >= @place_from_{part} AND place_code < @place_to_{part}";

    /// <summary>A large part of everything is found sooner in the order of the list than collected and sorted; the plus keeps the index on places out of it.</summary>
    public static string UnderWide(int part) => $" AND +place_code >= @place_from_{part} AND +place_code < @place_to_{part}";

    public static string OfParty(int part) => $" AND party = @party_{part}";

    /// <summary>Of what is overdue few are of a party, and the deadline finds fewer than the party does.</summary>
    public static string OverdueOfParty(int part) => $" AND id IN (SELECT incident_id FROM incident_party WHERE party = @party_{part})";

    public const string Order = " ORDER BY reported_at DESC, id DESC LIMIT @limit) ORDER BY reported_at DESC, id DESC";

    public const string OrderSkipping = " ORDER BY reported_at DESC, id DESC LIMIT @limit OFFSET @skip) ORDER BY reported_at DESC, id DESC";
}
