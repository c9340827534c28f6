using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.Storage.Sqlite.Incidents;

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

    public int ExpectedVersion { get; }

    public HeadRow Head { get; }

    public ImmutableArray<EventRow> Events { get; }

    /// <summary>When each of them happened.</summary>
    public ImmutableArray<long> EventsAt { get; }

    /// <summary>See <see cref="IncidentAppend.ChangedParties"/>.</summary>
    public ImmutableArray<string>? Parties { get; }

    public Task<AppendResult> Completion => _completion.Task;

    /// <summary>What the writer found; told to the caller only once it is committed.</summary>
    public AppendResult Result { get; set; }

    /// <summary>Why this append alone could not be stored; null where it could.</summary>
    public Exception? Refusal { get; set; }

    public void Complete()
    {
        if (Refusal is { } refusal)
        {
            Fail(AppendOutcome.Refused, refusal);
        }
        else
        {
            Outcome = Result == AppendResult.Appended ? AppendOutcome.Appended : AppendOutcome.Conflict;
            _completion.SetResult(Result);
        }
    }

    public void Fail(AppendOutcome outcome, Exception failure)
    {
        Outcome = outcome;
        _completion.SetException(new JournalUnavailableException("The append could not be stored.", failure));
    }
}

/// <summary>The columns of an incident.</summary>
internal sealed record HeadRow(Incident State, byte[] Id, byte[] Json, long ReportedAt, long? HandleDueAt, long? ClosedAt, long? DueAt)
{
    public static HeadRow Of(Incident state) => new(
        state,
        StoredId.Of(state.Id),
        IncidentFormat.Write(state),
        StoredInstant.Of(state.ReportedAt),
        StoredInstant.Of(state.HandleDue?.At),
        StoredInstant.Of(state.ClosedAt),
        StoredInstant.Of(state.NextDeadline?.DueAt));
}
