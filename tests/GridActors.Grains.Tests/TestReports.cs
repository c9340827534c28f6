using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;

namespace GridActors.Grains.Tests;

/// <summary>Reports as an API host would send them.</summary>
internal static class TestReports
{
    public static ReportIncident Report(CatalogueItem item, GridCode grid, string digest = "digest") => new(
        new IncidentId(Guid.CreateVersion7()),
        TrackingCode.FromBits(BitConverter.ToUInt64(Guid.CreateVersion7().ToByteArray(), 8)),
        item.Code,
        new ReportedPlace([grid], grid.Village.AncestorAt(DivisionLevel.County)!.Value, null),
        new ReportContent("井盖缺失", "test", null, null, digest),
        RegionRevision: 1);
}
