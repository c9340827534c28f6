using System.Diagnostics;

namespace GridActors.Storage.Incidents;

/// <summary>An append's span, if it has one; disposing of it ends it with what became of the append.</summary>
public readonly struct AppendSpan(QueuedAppend append) : IDisposable
{
    public void Dispose()
    {
        if (append.Span is not { } span)
        {
            return;
        }

        span.SetTag(JournalTraces.BatchSizeTag, append.BatchSize);
        span.SetTag(JournalTraces.OutcomeTag, JournalTraces.TextOf(append.Outcome));
        if (append.Outcome is AppendOutcome.Failed or AppendOutcome.Refused or AppendOutcome.Full)
        {
            span.SetStatus(ActivityStatusCode.Error);
        }

        span.Dispose();
    }
}
