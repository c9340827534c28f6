using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Postgres.Incidents;

/// <summary>One append on its way through the queue, already encoded on its caller's thread.</summary>
internal sealed class PendingAppend : QueuedAppend
{
    /// <summary>Callers go on elsewhere: their code must not hold up the writer.</summary>
    private readonly TaskCompletionSource<AppendResult> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <exception cref="ArgumentException">An instant with a fraction of a millisecond.</exception>
    public PendingAppend(IncidentAppend append)
    {
        ExpectedVersion = append.ExpectedVersion;
        Head = HeadRow.Of(append.State);
        Parties = append.ChangedParties();
        Events = append.Rows;
        EventsAt = ImmutableArray.CreateRange(append.Rows, row => StoredInstant.Of(row.At));
    }

    public Guid Id => Head.State.Id.Value;

    public int ExpectedVersion { get; }

    public HeadRow Head { get; }

    public ImmutableArray<EventRow> Events { get; }

    /// <summary>When each of them happened.</summary>
    public ImmutableArray<DateTime> EventsAt { get; }

    /// <summary>See <see cref="IncidentAppend.ChangedParties"/>.</summary>
    public ImmutableArray<string>? Parties { get; }

    public Task<AppendResult> Completion => _completion.Task;

    public void Complete(AppendResult result)
    {
        Outcome = result == AppendResult.Appended ? AppendOutcome.Appended : AppendOutcome.Conflict;
        _completion.TrySetResult(result);
    }

    /// <summary>Does nothing where the result is known already.</summary>
    public void Fail(AppendOutcome outcome, string reason, Exception failure)
    {
        if (!_completion.Task.IsCompleted)
        {
            Outcome = outcome;
            _completion.TrySetException(new JournalUnavailableException(reason, failure));
        }
    }
}

/// <summary>The columns of an incident that are not simply a property of its state.</summary>
internal sealed record HeadRow(Incident State, byte[] Json, DateTime ReportedAt, DateTime? HandleDueAt, DateTime? ClosedAt, DateTime? DueAt)
{
    public static HeadRow Of(Incident state) => new(
        state,
        IncidentFormat.Write(state),
        StoredInstant.Of(state.ReportedAt),
        StoredInstant.Of(state.HandleDue?.At),
        StoredInstant.Of(state.ClosedAt),
        StoredInstant.Of(state.NextDeadline?.DueAt));
}
