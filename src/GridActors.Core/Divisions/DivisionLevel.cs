namespace GridActors.Core.Divisions;

/// <summary>The administrative level of a division. It follows from the code alone.</summary>
public enum DivisionLevel
{
    Village,
    Township,
    County,
    Prefecture,
}
