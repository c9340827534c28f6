using System.Diagnostics;

namespace GridActors.Storage.Incidents;

/// <summary>
/// Spans of the journal: one for each append, on its caller's trace, from the queue to the commit, and one for each commit,
/// linked to the appends in it. They carry no content of a report.
/// </summary>
public static class JournalTraces
{
    public const string SourceName = "GridActors";
    public const string Append = "journal append";
    public const string Commit = "journal commit";
    public const string VersionTag = "gridactors.incident.version";
    public const string BatchSizeTag = "gridactors.journal.batch_size";
    public const string OutcomeTag = "gridactors.journal.outcome";

    private static readonly ActivitySource s_source = new(SourceName);

    /// <param name="version">The incident's after the append.</param>
    public static AppendSpan StartAppend(QueuedAppend append, int version)
    {
        if (s_source.StartActivity(Append) is { } span)
        {
            span.SetTag(VersionTag, version);
            append.Span = span;
        }

        return new AppendSpan(append);
    }

    internal static string TextOf(AppendOutcome outcome) => outcome switch
    {
        AppendOutcome.Failed => "failed",
        AppendOutcome.Appended => "appended",
        AppendOutcome.Conflict => "conflict",
        AppendOutcome.Refused => "refused",
        AppendOutcome.Full => "full",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>A trace of its own, because it belongs to all of the callers; null where none of them is traced.</summary>
    internal static Activity? StartCommit(IReadOnlyList<QueuedAppend> batch)
    {
        if (!s_source.HasListeners())
        {
            return null;
        }

        // The writer was started by whoever asked for the journal first, and would go on in that trace for ever.
        Activity.Current = null;
        List<ActivityLink>? links = null;
        for (var i = 0; i < batch.Count; i++)
        {
            if (batch[i].Span is { Recorded: true } span)
            {
                (links ??= []).Add(new ActivityLink(span.Context));
            }
        }

        return links is null ? null
            : s_source.StartActivity(ActivityKind.Internal, tags: [new(BatchSizeTag, batch.Count)], links: links, name: Commit);
    }
}
