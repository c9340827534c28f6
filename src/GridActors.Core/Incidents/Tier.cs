namespace GridActors.Core.Incidents;

/// <summary>A step of the chain that an incident climbs, lowest first.</summary>
public enum Tier
{
    Grid,
    Village,
    Township,
    County,
    Prefecture,
}
