namespace GridActors.Storage.Postgres.Incidents;

/// <summary>The list is put together from constant parts, so that each combination of filters has its own plan and index.</summary>
internal static class IncidentListSql
{
    public const string Select = """
        -- Incidents.List: the page is chosen from an index alone; the wide rows are read only for what is on it
        SELECT i.state FROM (
        """;

    public const string ByPlace = "SELECT id, reported_at FROM incident WHERE true";

    /// <summary>The columns of a party have names of their own, so that every filter means the incident's.</summary>
    public const string ByParty = "SELECT id, reported_at FROM incident_party JOIN incident ON id = incident_id WHERE true";

    public const string GridsOnly = " AND length(place_code) = 15";

    public const string Grid = " AND township_code = @grid_township AND place_code = @grid";

    /// <summary>An open phase; the first condition is the one of the partial index.</summary>
    public const string OpenPhase = " AND closed_at IS NULL AND phase = @phase";

    public const string Closed = " AND closed_at IS NOT NULL";

    public const string Item = " AND item_code = @item_code";

    /// <summary>A handle deadline that is not set yet is not missed.</summary>
    public const string NotOverdue = " AND COALESCE(COALESCE(closed_at, @now) <= handle_due_at, true)";

    /// <summary>Goes on with <see cref="ClosedLate"/> or <see cref="OpenOverdue"/> where a phase is asked for, or with both.</summary>
    public const string SelectOverdue = """
        -- Incidents.ListOverdue: what was closed late and what is open and overdue have an index each
        SELECT i.state FROM (
        """;

    public const string ClosedLate = "SELECT id, reported_at FROM incident WHERE closed_at > handle_due_at";

    /// <summary>
    /// OFFSET keeps filters and limit out of the inner query. The planner takes phase and deadline for independent, and would read
    /// all of a phase or of the list in the hope of a page, where nothing is overdue.
    /// </summary>
    public const string OpenOverdue = """
        SELECT id, reported_at FROM (SELECT id, reported_at, township_code, place_code, item_code, phase, closed_at FROM incident
        WHERE closed_at IS NULL AND handle_due_at < @now OFFSET 0) missed WHERE true
        """;

    /// <summary>Each part of a list that has several is ordered and limited by itself.</summary>
    public const string PartStart = "(";

    public const string PartEnd = " ORDER BY reported_at DESC, id DESC LIMIT @reach)";

    public const string PartyPartEnd = " ORDER BY listed_at DESC, incident_id DESC LIMIT @reach)";

    /// <summary>Between parts that have nothing in common.</summary>
    public const string Both = " UNION ALL ";

    /// <summary>Between parts that may show an incident twice.</summary>
    public const string Either = " UNION ";

    public const string Reported = " AND reported_at >= @reported_from AND reported_at <= @reported_until";

    /// <summary>By the index on the instants of events; an incident's version is that of its last one.</summary>
    public const string Changed = " AND (id, version) IN (SELECT id, version FROM incident_event WHERE at >= @changed_from AND at <= @changed_until)";

    public const string Touched = " AND id IN (SELECT id FROM incident_event WHERE at >= @touched_from AND at <= @touched_until)";

    public const string Items = " AND item_code = ANY(@items)";

    public const string Open = " AND closed_at IS NULL";

    public const string After = " AND (reported_at, id) < (@after_reported_at, @after_id)";

    public const string AfterParty = " AND (listed_at, incident_id) < (@after_reported_at, @after_id)";

    public const string ListOpen = """
        -- Incidents.ListOpen: found by the township, which follows from the grid and is what the index begins with
        SELECT state FROM incident
        WHERE township_code = @township AND place_code = @grid AND closed_at IS NULL AND (@after IS NULL OR id > @after)
        ORDER BY id LIMIT @limit
        """;

    public const string Nothing = "SELECT id, reported_at FROM incident WHERE false";

    /// <summary>A county or prefecture is a range of township codes; what is filed under a county itself has the township 000.</summary>
    public static string UnderCounty(int part) => $" AND township_code BETWEEN @township_from_{part} AND @township_to_{part}";

    public static string UnderTownship(int part) => $" AND township_code = @township_{part}";

    /// <summary>The township comes first in the index, and the village is picked out of it.</summary>
    public static string UnderVillage(int part) => $"{UnderTownship(part)} AND place_code >= @place_from_{part} AND place_code < @place_to_{part}";

    public static string OfParty(int part) => $" AND party = @party_{part}";

    /// <summary>Of what is overdue few are of a party, and the deadline finds fewer than the party does.</summary>
    public static string OverdueOfParty(int part) => $" AND id IN (SELECT incident_id FROM incident_party WHERE party = @party_{part})";

    public const string Order = """
         ORDER BY reported_at DESC, id DESC LIMIT @limit) page
        JOIN incident i ON i.id = page.id ORDER BY page.reported_at DESC, page.id DESC
        """;

    public const string OrderSkipping = """
         ORDER BY reported_at DESC, id DESC LIMIT @limit OFFSET @skip) page
        JOIN incident i ON i.id = page.id ORDER BY page.reported_at DESC, page.id DESC
        """;
}
