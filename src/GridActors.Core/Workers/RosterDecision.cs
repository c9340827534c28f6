using System.Collections.Immutable;

namespace GridActors.Core.Workers;

/// <summary>What the rules of a roster answer: the roster as it will be, or a refusal.</summary>
/// <param name="About">The worker who stands in the way; null where none does.</param>
public readonly record struct RosterDecision(ImmutableArray<Duty> Roster, WorkerRefusal? Refusal, WorkerId? About)
{
    public static RosterDecision Accept(ImmutableArray<Duty> roster) => new(roster, null, null);

    public static RosterDecision Refuse(WorkerRefusal refusal, WorkerId? about = null) => new([], refusal, about);
}
