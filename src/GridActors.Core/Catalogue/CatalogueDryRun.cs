using System.Collections.Immutable;
using GridActors.Core.Incidents;

namespace GridActors.Core.Catalogue;

/// <summary>What would have been different for an incident of the past under a draft. Pure; the past itself stays as it is.</summary>
public static class CatalogueDryRun
{
    /// <summary>The number that the draft goes by while it is tried; no explanation of a dry run is kept.</summary>
    private const int DraftNumber = int.MaxValue;

    /// <param name="events">Of one incident, all of them.</param>
    /// <param name="pinned">The item as the incident's own version has it; null where that version is not known.</param>
    /// <param name="draft">Null where the draft has no such item.</param>
    /// <param name="until">The last instant that an open incident is followed to.</param>
    public static DryRunResult Compare(ImmutableArray<IncidentEvent> events, CatalogueItem? pinned, CatalogueItem? draft, ReplayWorld world, DateTimeOffset until)
    {
        if (events is not [IncidentReported report, ..])
        {
            return new NotReplayed("no_events");
        }

        if (pinned is null)
        {
            return new NotReplayed("pinned_version_unknown");
        }

        var before = IncidentReplay.Run(events, new CatalogueVersion(report.Item.CatalogueVersion, [pinned]), world, until, out var problem);
        if (before is null)
        {
            return new NotReplayed(problem!);
        }

        if (draft is null)
        {
            return new NotOnList(before);
        }

        return IncidentReplay.Run(events, new CatalogueVersion(DraftNumber, [draft]), world, until, out problem) is { } after
            ? new Compared(before, after)
            : new NotReplayed(problem!);
    }
}

/// <summary>What a dry run says of one incident.</summary>
public abstract record DryRunResult
{
    private protected DryRunResult()
    {
    }
}

/// <summary>Both lives, to be compared.</summary>
public sealed record Compared(Replayed Pinned, Replayed Draft) : DryRunResult
{
    public bool Differs => Pinned != Draft;
}

/// <summary>The draft lacks its item: it would have been refused.</summary>
public sealed record NotOnList(Replayed Pinned) : DryRunResult;

/// <param name="Reason">In snake case: the event or refusal that stands in the way.</param>
public sealed record NotReplayed(string Reason) : DryRunResult;
