using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Storage.Record;

namespace GridActors.Storage.Incidents;

/// <summary>The events of one command in the form in which they are stored, and the incident that they make.</summary>
public sealed class IncidentAppend
{
    private readonly Incident? _before;

    /// <param name="before">Null for the first append of an incident.</param>
    /// <param name="events">At least one; the first gets the version after that of <paramref name="before"/>.</param>
    /// <param name="state">The incident after these events.</param>
    /// <exception cref="ArgumentException">No events, versions that do not add up, or nothing that the events follow: what contradicts itself would be stored for good.</exception>
    public IncidentAppend(IncidentHead? before, ImmutableArray<IncidentEvent> events, Incident state)
    {
        _before = before?.State;
        ExpectedVersion = before?.State.Version ?? 0;
        if (events.IsEmpty || state.Version != ExpectedVersion + events.Length || before is { Hash.IsNone: true })
        {
            throw new ArgumentException("The state is not the one after these events.");
        }

        State = state;
        Events = events;
        Rows = Chain(before?.Hash ?? RecordHash.None);
    }

    /// <summary>0 for the first append of an incident.</summary>
    public int ExpectedVersion { get; }

    public ImmutableArray<IncidentEvent> Events { get; }

    /// <summary>The same, as every store keeps them.</summary>
    public ImmutableArray<EventRow> Rows { get; }

    public Incident State { get; }

    /// <summary>What the next append follows, once this one is written.</summary>
    public IncidentHead After => new(State, Rows[^1].Hash);

    /// <summary>Who may read it besides those above its place, to replace what is stored; null where nothing of that changed.</summary>
    public ImmutableArray<string>? ChangedParties()
    {
        var parties = IncidentParties.Of(State);
        var isAsBefore = _before is null ? parties.IsEmpty : IncidentParties.Of(_before).SequenceEqual(parties);
        return isAsBefore ? null : parties;
    }

    private ImmutableArray<EventRow> Chain(RecordHash previous)
    {
        var rows = ImmutableArray.CreateBuilder<EventRow>(Events.Length);
        foreach (var change in Events)
        {
            var row = EventRow.Of(previous, State.Id, ExpectedVersion + rows.Count + 1, change);
            rows.Add(row);
            previous = row.Hash;
        }

        return rows.MoveToImmutable();
    }
}
