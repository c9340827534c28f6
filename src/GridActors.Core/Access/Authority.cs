namespace GridActors.Core.Access;

/// <summary>Who stands behind a call of an actor: a caller whom a host has vouched for, the platform itself, or nobody.</summary>
/// <param name="Caller">Without any rights where it is the platform, or nobody.</param>
/// <param name="IsSystem">The platform's own work: clocks, changes of grids, imports.</param>
/// <param name="IsKnown">False for nobody: not even a report is taken.</param>
public sealed record Authority(Caller Caller, bool IsSystem, bool IsKnown)
{
    /// <summary>A call without a valid ticket: it has no rights at all.</summary>
    public static Authority Nobody { get; } = new(Caller.Anonymous, IsSystem: false, IsKnown: false);

    public static Authority System { get; } = new(Caller.Anonymous, IsSystem: true, IsKnown: true);

    public static Authority Of(Caller caller) => new(caller, IsSystem: false, IsKnown: true);

    /// <summary>Whether it has a permission anywhere.</summary>
    public bool Has(Permission permission) => IsSystem || (IsKnown && Caller.Has(permission));

    /// <inheritdoc cref="Caller.Has(Permission, string)"/>
    public bool Has(Permission permission, string placeCode) => IsSystem || (IsKnown && Caller.Has(permission, placeCode));
}
