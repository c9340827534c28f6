namespace GridActors.Storage.Incidents;

public enum AppendResult
{
    Appended,
    Conflict,
}
