using GridActors.Contracts;
using GridActors.Contracts.Catalogue;
using GridActors.Contracts.Divisions;
using GridActors.Contracts.Grids;
using GridActors.Contracts.Incidents;
using GridActors.Contracts.Workers;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;

namespace GridActors.Grains;

/// <summary>Finds an actor by what it stands for, so that no caller writes a key.</summary>
public static class GrainAddresses
{
    public static IIncidentGrain GetIncident(this IGrainFactory grains, IncidentId id) => Get<IIncidentGrain>(grains, GrainIdKeyExtensions.CreateGuidKey(id.Value));

    public static IGridGrain GetGrid(this IGrainFactory grains, GridCode code) => Get<IGridGrain>(grains, IdSpan.Create(GrainKeys.Of(code)));

    public static IWorkerGrain GetWorker(this IGrainFactory grains, WorkerId id) => Get<IWorkerGrain>(grains, IdSpan.Create(GrainKeys.Of(id)));

    public static IBadgeGrain GetBadge(this IGrainFactory grains, BadgeId id) => Get<IBadgeGrain>(grains, IdSpan.Create(GrainKeys.Of(id)));

    public static IDivisionGrain GetDivision(this IGrainFactory grains, DivisionCode code) => Get<IDivisionGrain>(grains, IdSpan.Create(GrainKeys.Of(code)));

    public static IGridRegisterGrain GetGridRegister(this IGrainFactory grains, DivisionCode village) => Get<IGridRegisterGrain>(grains, IdSpan.Create(GrainKeys.GridRegisterOf(village)));

    public static ICatalogueGrain GetCatalogue(this IGrainFactory grains, DivisionCode division) => Get<ICatalogueGrain>(grains, IdSpan.Create(GrainKeys.CatalogueOf(division)));

    public static IRegionGrain GetRegion(this IGrainFactory grains) => Get<IRegionGrain>(grains, IdSpan.Create(GrainKeys.Region));

    private static TGrain Get<TGrain>(IGrainFactory grains, IdSpan key)
        where TGrain : IGrain
    {
        if (Resolved<TGrain>.Types is { } known)
        {
            return (TGrain)grains.GetGrain(GrainId.Create(known.Grain, key), known.Interface);
        }

        var found = grains.GetGrain(typeof(TGrain), key);
        if (found is GrainReference reference)
        {
            Resolved<TGrain>.Types = new ResolvedTypes(reference.GrainId.Type, reference.InterfaceType);
        }

        return (TGrain)found;
    }

    /// <summary>Orleans looks both names up, and formats them, at every call that gives only a type: a twentieth of the time of a report.</summary>
    private static class Resolved<TGrain>
    {
        public static volatile ResolvedTypes? Types;
    }

    private sealed record ResolvedTypes(GrainType Grain, GrainInterfaceType Interface);
}
