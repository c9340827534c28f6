using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using GridActors.Core.Catalogue;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Catalogue;

/// <summary>The period to go through again.</summary>
public sealed record DryRunBody
{
    /// <summary>The first instant at which an incident counts by its report.</summary>
    [Required]
    public DateTimeOffset? From { get; init; }

    /// <summary>The first instant behind the period.</summary>
    [Required]
    public DateTimeOffset? To { get; init; }

    /// <summary>The most incidents to go through in this call, 1 to 2,000; 500 where left out.</summary>
    public int? Limit { get; init; }

    /// <summary>The nextCursor of the call before; from the newest report of the period where left out.</summary>
    public string? Cursor { get; init; }
}

/// <summary>What a period would have looked like under the draft. All figures are of the incidents that this call went through.</summary>
/// <param name="DraftRevision">The revision that was tried.</param>
/// <param name="Examined">Incidents gone through, newest report first.</param>
/// <param name="Differing">Those for which anything differs.</param>
/// <param name="NotOnList">Those whose item the draft lacks: their reports would have been refused.</param>
/// <param name="NotReplayed">Those whose life cannot be gone through again, by reason.</param>
/// <param name="AcceptDueDiffers">Incidents with another accept deadline.</param>
/// <param name="HandleDueDiffers">Incidents with another handle deadline.</param>
/// <param name="Pinned">Under the versions that they were reported under.</param>
/// <param name="Draft">Under the draft.</param>
/// <param name="Incidents">Those that differ or are not on the list, newest report first.</param>
/// <param name="NextCursor">Goes on with the rest of the period; null where all of it was gone through.</param>
public sealed record DryRunResource(
    int DraftRevision,
    int Examined,
    int Differing,
    int NotOnList,
    ImmutableArray<NotReplayedResource> NotReplayed,
    int AcceptDueDiffers,
    int HandleDueDiffers,
    DryRunTotals Pinned,
    DryRunTotals Draft,
    ImmutableArray<DryRunIncident> Incidents,
    string? NextCursor);

public sealed record NotReplayedResource(string Reason, int Count);

/// <summary>Of the incidents that could be compared.</summary>
/// <param name="Escalations">Moves up because nobody accepted in time.</param>
/// <param name="Overdue">Past the handle deadline at their close, or now.</param>
public sealed record DryRunTotals(int Escalations, int Overdue);

/// <summary>An incident for which the draft makes a difference.</summary>
/// <param name="CatalogueVersion">The version that it was reported under.</param>
/// <param name="Draft">Null where the draft has no such item.</param>
public sealed record DryRunIncident(IncidentId Id, ItemCode ItemCode, int CatalogueVersion, DateTimeOffset ReportedAt, DryRunLife Pinned, DryRunLife? Draft);

/// <param name="AcceptDueAt">Of the tier that it was reported to.</param>
/// <param name="AcceptEscalations">How often it climbed because nobody accepted it.</param>
/// <param name="HandleDueAt">Null where it was never accepted.</param>
public sealed record DryRunLife(DateTimeOffset AcceptDueAt, int AcceptEscalations, DateTimeOffset? HandleDueAt, bool Overdue)
{
    public static DryRunLife Of(Replayed life) => new(life.AcceptDue, life.AcceptEscalations, life.HandleDue, life.IsOverdue);
}
