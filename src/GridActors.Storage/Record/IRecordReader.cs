using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Record;

/// <summary>Reads the whole record as it is, for whoever checks it. Writes nothing, and believes nothing of what it reads.</summary>
public interface IRecordReader
{
    /// <summary>The store as of one instant, however long it is read. Hosts go on writing meanwhile.</summary>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    Task<IRecordSnapshot> OpenAsync(CancellationToken ct);
}

/// <remarks>Every method throws <see cref="JournalUnavailableException"/> where the store fails. One call at a time.</remarks>
public interface IRecordSnapshot : IAsyncDisposable
{
    /// <summary>What the store says is covered.</summary>
    Task<FeedPosition> ReadPositionAsync(CancellationToken ct);

    /// <summary>Incidents with all their events, in order of their ids.</summary>
    /// <param name="after">The last of the page before; null for the first page.</param>
    Task<ImmutableArray<RecordedIncident>> ReadIncidentsAsync(IncidentId? after, int limit, CancellationToken ct);

    /// <summary>Incidents that have events and nothing else, in order of their ids.</summary>
    Task<ImmutableArray<IncidentId>> ReadHeadlessAsync(int limit, CancellationToken ct);

    /// <summary>As <see cref="IRecordStore.ReadAsync"/>, with events that are too new for that, and those of no incident, whose county is the default one.</summary>
    Task<ImmutableArray<RecordedEvent>> ReadEventsAsync(FeedPosition after, int limit, CancellationToken ct);

    /// <summary>Every county that has a checkpoint.</summary>
    Task<ImmutableArray<DivisionCode>> ReadCountiesAsync(CancellationToken ct);

    /// <summary>As <see cref="IRecordStore.ListAsync"/>.</summary>
    Task<ImmutableArray<Checkpoint>> ListCheckpointsAsync(DivisionCode county, int after, int limit, CancellationToken ct);

    /// <summary>The next stretch behind a position: its checkpoints with their lists, in order of the counties; empty behind the last one.</summary>
    Task<ImmutableArray<ListedCheckpoint>> ReadNextStretchAsync(FeedPosition after, CancellationToken ct);
}

/// <param name="Version">As its row says.</param>
/// <param name="State">The text that is stored.</param>
/// <param name="Events">In order of their versions.</param>
public sealed record RecordedIncident(IncidentId Id, int Version, byte[] State, ImmutableArray<RecordedRow> Events);

/// <summary>The columns of an event, as they are stored.</summary>
/// <param name="Hash">Null where it has none.</param>
public sealed record RecordedRow(int Version, string Kind, byte[] Body, DateTimeOffset At, string Actor, RecordHash? Hash)
{
    /// <param name="previous">Of the event before it.</param>
    public RecordHash HashBehind(RecordHash previous, IncidentId id) => EventHash.Of(previous, id, Version, Kind, Body, At, Actor);
}
