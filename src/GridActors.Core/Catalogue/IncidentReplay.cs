using System.Collections.Immutable;
using System.Text.Json;
using GridActors.Core.Incidents;

namespace GridActors.Core.Catalogue;

/// <summary>
/// Goes through the life of an incident again under a catalogue: what people did, at the instants at which they did it, with
/// every deadline that passes in between. The rules themselves decide. Where another post would hold the incident by then,
/// that one acts instead; a move that is no longer possible is left out.
/// </summary>
internal static class IncidentReplay
{
    /// <summary>An open incident at the top is reminded every hour, so this is more than two years of it.</summary>
    public const int MaxDeadlines = 20_000;

    /// <summary>An act exactly at a deadline is in time, so a deadline is reached only after it.</summary>
    private static readonly TimeSpan JustAfter = TimeSpan.FromMilliseconds(1);

    /// <param name="until">The last instant that is lived through.</param>
    /// <param name="problem">Why it could not be replayed, in snake case; null where it was.</param>
    public static Replayed? Run(ImmutableArray<IncidentEvent> events, CatalogueVersion catalogue, ReplayWorld world, DateTimeOffset until, out string? problem)
    {
        var acts = ReplayActs.Of(events, out problem);
        if (acts.IsEmpty)
        {
            problem ??= "no_events";
            return null;
        }

        var published = world.Calendars.PublicationsBetween(acts[0].At, until).Select(at => (At: at, Command: (IncidentCommand)new CalendarPublished()));
        Incident? incident = null;
        DateTimeOffset? acceptDue = null;
        var fired = 0;
        foreach (var (at, command) in acts.Concat(published).OrderBy(a => a.At))
        {
            incident = Fire(incident, at, catalogue, world, ref fired);
            incident = Act(incident, command, at, catalogue, world, out problem);
            if (problem is not null)
            {
                return null;
            }

            acceptDue ??= incident?.AcceptDue.At;
        }

        incident = Fire(incident, until, catalogue, world, ref fired)!;
        problem = fired >= MaxDeadlines ? "too_many_deadlines" : null;
        return problem is null ? new Replayed(acceptDue!.Value, incident.AcceptEscalations, incident.HandleDue?.At, incident.IsOverdueAt(until)) : null;
    }

    private static Incident? Fire(Incident? incident, DateTimeOffset until, CatalogueVersion catalogue, ReplayWorld world, ref int fired)
    {
        while (incident?.Deadline is { } deadline && deadline.DueAt < until && fired < MaxDeadlines)
        {
            var now = deadline.DueAt < incident.ChangedAt ? incident.ChangedAt : deadline.DueAt + JustAfter;
            var decision = IncidentDecider.Decide(incident, new DeadlineReached(deadline.DueAt), world.At(now, catalogue), now);
            if (decision.Events.IsEmpty)
            {
                return incident;
            }

            incident = decision.Events.Aggregate(incident, IncidentEvolution.Evolve);
            fired++;
        }

        return incident;
    }

    private static Incident? Act(Incident? incident, IncidentCommand command, DateTimeOffset at, CatalogueVersion catalogue, ReplayWorld world, out string? problem)
    {
        problem = null;
        var context = world.At(at, catalogue);
        var decision = IncidentDecider.Decide(incident, command, context, at);
        if (decision.Refusal is IncidentRefusal.NotHolder or IncidentRefusal.NotHandler or IncidentRefusal.CheckedByHandler && command is PostCommand { By: not null } named)
        {
            decision = IncidentDecider.Decide(incident, named with { By = null }, context, at);
        }

        if (decision.Refusal is { } refusal && command is not (ForwardIncident or SendDownIncident))
        {
            problem = JsonNamingPolicy.SnakeCaseLower.ConvertName(refusal.ToString());
        }

        return decision.Events.Aggregate(incident, IncidentEvolution.Evolve);
    }
}

/// <summary>What a replay came to.</summary>
/// <param name="AcceptDue">Of the tier that it was reported to.</param>
/// <param name="AcceptEscalations">How often it climbed because nobody accepted.</param>
/// <param name="HandleDue">Null where it was never accepted.</param>
public sealed record Replayed(DateTimeOffset AcceptDue, int AcceptEscalations, DateTimeOffset? HandleDue, bool IsOverdue);
