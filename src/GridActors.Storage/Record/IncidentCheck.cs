using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Record;

/// <summary>Holds an incident against itself: each event against its hash and the event before it, and what the incident is now against all of them.</summary>
internal static class IncidentCheck
{
    public static ImmutableArray<RecordFinding> Of(RecordedIncident incident)
    {
        var findings = ImmutableArray.CreateBuilder<RecordFinding>();
        CheckEvents(incident, findings);
        if (findings.Count == 0 && !IsStateOf(incident))
        {
            findings.Add(new RecordFinding(RecordFindingKind.Changed, $"incident {incident.Id}", "its state is not the one that its events make"));
        }

        return findings.ToImmutable();
    }

    public static string NameOf(IncidentId id, int version) => string.Create(CultureInfo.InvariantCulture, $"incident {id} event {version}");

    private static void CheckEvents(RecordedIncident incident, ImmutableArray<RecordFinding>.Builder findings)
    {
        var (version, previous) = (0, (RecordHash?)RecordHash.None);
        foreach (var row in incident.Events)
        {
            if (row.Version <= version || row.Version > incident.Version)
            {
                findings.Add(new RecordFinding(RecordFindingKind.Added, NameOf(incident.Id, row.Version), string.Create(CultureInfo.InvariantCulture, $"the incident is at version {incident.Version}")));
                continue;
            }

            AddMissing(incident.Id, version + 1, row.Version - 1, findings);
            previous = row.Version == version + 1 ? previous : null;

            // Behind a gap nobody knows what the event followed: its own hash is believed, and what follows is held against that.
            if (previous is { } known && row.Hash is { } stored && row.HashBehind(known, incident.Id) != stored)
            {
                findings.Add(new RecordFinding(RecordFindingKind.Changed, NameOf(incident.Id, row.Version), "its hash is not that of its content behind the event before it"));
            }

            previous = row.Hash ?? (previous is { } before ? row.HashBehind(before, incident.Id) : null);
            version = row.Version;
        }

        AddMissing(incident.Id, version + 1, incident.Version, findings);
    }

    private static void AddMissing(IncidentId id, int first, int last, ImmutableArray<RecordFinding>.Builder findings)
    {
        for (var version = first; version <= last; version++)
        {
            findings.Add(new RecordFinding(RecordFindingKind.Missing, NameOf(id, version), "it is not there"));
        }
    }

    /// <summary>The keys of commands are beside the events, not made by them. What cannot even be read is no state of theirs.</summary>
    private static bool IsStateOf(RecordedIncident incident)
    {
        try
        {
            var stored = IncidentFormat.Read(incident.State);
            var replayed = IncidentEvolution.Replay(incident.Events.Select(e => IncidentEventKinds.Read(e.Kind, e.Body)));
            return replayed is not null
                && IncidentFormat.Write(stored).AsSpan().SequenceEqual(IncidentFormat.Write(replayed with { CommandKeys = stored.CommandKeys }));
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return false;
        }
    }
}
