using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Incidents;

/// <summary>Lists of incidents, answered from the columns of the head rows.</summary>
public interface IIncidentList
{
    /// <summary>Newest report first, then by id.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<Incident>> ListAsync(IncidentFilter filter, CancellationToken ct);

    /// <summary>The incident that a requester follows with a tracking code; null where there is none.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<Incident?> FindByTrackingCodeAsync(TrackingCode code, CancellationToken ct);

    /// <summary>Open incidents whose deadline was computed without a published calendar, in order of their ids.</summary>
    /// <param name="after">The last id of the page before; null for the first page.</param>
    Task<ImmutableArray<IncidentId>> ListProvisionalAsync(IncidentId? after, int limit, CancellationToken ct);

    /// <summary>Open incidents that are filed under a grid, in order of their ids.</summary>
    /// <param name="after">The last id of the page before; null for the first page.</param>
    /// <param name="limit">1 to 500.</param>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<ImmutableArray<Incident>> ListOpenAsync(GridCode grid, IncidentId? after, int limit, CancellationToken ct);
}

/// <param name="Under">Everything filed below this division; null for all.</param>
/// <param name="Grid">Everything filed under this grid; null for all.</param>
/// <param name="Overdue">True for those past their handle deadline at <paramref name="Now"/> or at their close, false for the others, null for all.</param>
/// <param name="Now">The instant that "overdue" is asked for.</param>
/// <param name="After">The last incident of the page before; null for the first page.</param>
/// <param name="Limit">1 to 500.</param>
/// <param name="Within">What whoever asks may read; null for the platform itself, which reads everything.</param>
/// <param name="Span">Times and more; null for all.</param>
public sealed record IncidentFilter(
    DivisionCode? Under,
    GridCode? Grid,
    IncidentPhase? Phase,
    ItemCode? Item,
    bool? Overdue,
    DateTimeOffset Now,
    ListCursor? After,
    int Limit,
    ReadScope? Within = null,
    IncidentSpan? Span = null);

/// <summary>Where a page ended.</summary>
public readonly record struct ListCursor(DateTimeOffset ReportedAt, IncidentId Id);
