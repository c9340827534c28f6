namespace GridActors.Storage.Sqlite;

internal static class ReferenceCopySql
{
    public const string ForgetIncidents = """
        -- ReferenceCopy.ForgetIncidents: events before the incidents that they refer to; the copy belongs to no cluster
        DELETE FROM incident_event;
        DELETE FROM incident;
        DELETE FROM orleans_reminder;
        DELETE FROM orleans_cluster
        """;
}
