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
    public static IIncidentGrain GetIncident(this IGrainFactory grains, IncidentId id) => grains.GetGrain<IIncidentGrain>(id.Value);

    public static IGridGrain GetGrid(this IGrainFactory grains, GridCode code) => grains.GetGrain<IGridGrain>(GrainKeys.Of(code));

    public static IWorkerGrain GetWorker(this IGrainFactory grains, WorkerId id) => grains.GetGrain<IWorkerGrain>(GrainKeys.Of(id));

    public static IDivisionGrain GetDivision(this IGrainFactory grains, DivisionCode code) => grains.GetGrain<IDivisionGrain>(GrainKeys.Of(code));

    public static ICatalogueGrain GetCatalogue(this IGrainFactory grains, DivisionCode division) => grains.GetGrain<ICatalogueGrain>(GrainKeys.CatalogueOf(division));

    public static IRegionGrain GetRegion(this IGrainFactory grains) => grains.GetGrain<IRegionGrain>(GrainKeys.Region);
}
