namespace GridActors.Core.Catalogue;

/// <summary>S1 is an emergency: its clock never stops.</summary>
public enum Severity
{
    S1 = 1,
    S2 = 2,
    S3 = 3,
    S4 = 4,
}
