using System.Collections.Immutable;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Grains.Tests.Workers;

/// <summary>A list that gives two incidents at a time, and that fails when the test says so.</summary>
internal sealed class IncidentsInSmallPages(IIncidentList list) : IIncidentList
{
    private const int Size = 2;

    /// <summary>Happens before a page is read.</summary>
    public Func<Task> OnReading { get; set; } = () => Task.CompletedTask;

    public int Pages { get; private set; }

    public async Task<ImmutableArray<Incident>> ListOpenAsync(GridCode grid, IncidentId? after, int limit, CancellationToken ct)
    {
        await OnReading();
        Pages++;
        return await list.ListOpenAsync(grid, after, Math.Min(limit, Size), ct);
    }

    public Task<ImmutableArray<Incident>> ListAsync(IncidentFilter filter, CancellationToken ct) => throw new NotSupportedException();

    public Task<Incident?> FindByTrackingCodeAsync(TrackingCode code, CancellationToken ct) => throw new NotSupportedException();

    public Task<ImmutableArray<IncidentId>> ListProvisionalAsync(IncidentId? after, int limit, CancellationToken ct) => throw new NotSupportedException();
}
