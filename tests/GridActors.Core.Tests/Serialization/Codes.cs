using CsCheck;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;

namespace GridActors.Core.Tests.Serialization;

/// <summary>Random codes of every kind.</summary>
internal static class Codes
{
    public static Gen<DivisionCode> Villages { get; } =
        Gen.Select(Gen.Int[10, 99], Gen.Int[1, 99], Gen.Int[1, 99], Gen.Int[1, 999], Gen.Int[1, 999])
            .Select((province, prefecture, county, township, village) =>
                DivisionCode.Parse($"{province:D2}{prefecture:D2}{county:D2}{township:D3}{village:D3}"));

    public static Gen<DivisionCode> Divisions { get; } =
        Gen.Select(Villages, Gen.Enum<DivisionLevel>()).Select((village, level) => village.AncestorAt(level)!.Value);

    public static Gen<GridCode> Grids { get; } =
        Gen.Select(Villages, Gen.Int[1, 999]).Select((village, number) => GridCode.Parse($"{village}{number:D3}"));

    public static Gen<ItemCode> Items { get; } =
        Gen.Select(Gen.Int[1, 99], Gen.Int[1, 99]).Select((group, item) => ItemCode.Parse($"{group:D2}{item:D2}"));

    public static Gen<WorkerId> Workers { get; } =
        Gen.String[Gen.Char["abcXYZ0189._-"], 0, WorkerId.MaxLength - 2].Select(text => WorkerId.Parse($"w-{text}"));

    public static Gen<BadgeId> Badges { get; } = Gen.ULong.Select(BadgeId.FromBits);

    public static Gen<TrackingCode> TrackingCodes { get; } = Gen.ULong.Select(TrackingCode.FromBits);

    public static Gen<IncidentId> Incidents { get; } = Gen.Guid.Select(value => new IncidentId(value));

    public static Gen<Actor> Actors { get; } = Gen.OneOf(
        Gen.Const(Actor.Clock),
        Gen.Const(Actor.Requester),
        Workers.Select(Actor.Of),
        Divisions.Select(d => Actor.Of(Post.Of(d))),
        Grids.Select(g => Actor.Of(Post.Of(g))));
}
