using System.Collections.Immutable;
using GridActors.Core.Departments;
using GridActors.Core.Incidents;

namespace GridActors.Core.Measures;

/// <summary>Counts one incident, event by event.</summary>
internal sealed class MeasureTally(TimeSpan utcOffset)
{
    private const int SatisfiedFrom = 4;

    private readonly List<Contribution> _counted = [];
    private readonly List<MeasureRound> _rounds = [];
    private Incident? _incident;

    /// <summary>From an acceptance or a reopening to the close.</summary>
    private MeasureRound? _round;

    public void Add(IncidentEvent change)
    {
        var before = _incident;
        var after = IncidentEvolution.Evolve(before, change);
        _incident = after;
        Count(before, after, change);
        Watch(after, change);
    }

    public ImmutableArray<Contribution> ToContributions() =>
    [
        .. _counted
            .Concat((_round is { } open ? _rounds.Append(open) : _rounds).SelectMany((round, i) => CountDue(round, i + 1)))
            .OrderBy(c => c.Figure)
            .ThenBy(c => c.Occurrence),
    ];

    private void Count(Incident? before, Incident after, IncidentEvent change)
    {
        switch (change)
        {
            case IncidentReported:
                _counted.Add(Next(MeasureFigure.Reported, change.At, after) with { Worker = change.By.Worker });
                break;
            case IncidentAccepted:
                File(before!, change.At);
                break;
            case IncidentHandledOnSpot:
                File(before!, change.At);
                _counted.Add(Next(MeasureFigure.Handled, change.At, after));
                break;
            case ResultSubmitted:
                _counted.Add(Next(MeasureFigure.Handled, change.At, after));
                break;
            case CheckFailed:
                CountAs(MeasureFigure.Reworked, Last(MeasureFigure.Handled));
                break;
            case IncidentClosed closed:
                Close(after, closed);
                break;
            case IncidentReopened:
                Reopen(before!, change.At);
                break;
            case IncidentRated rated:
                Rate(after, rated);
                break;
            default:
                CountControl(after, change);
                break;
        }
    }

    private void CountControl(Incident after, IncidentEvent change)
    {
        switch (change)
        {
            case IncidentOverdue overdue:
                _counted.Add(Next(MeasureFigure.Overdue, overdue.MissedDue, after));
                break;
            case TaskReturned returned:
                _counted.Add(Next(MeasureFigure.Returned, change.At, after) with { Worker = null, Department = returned.Department });
                break;
            case ExtensionGranted:
                _counted.Add(Next(MeasureFigure.Extended, change.At, after));
                break;
            case IncidentSuspended:
                _counted.Add(Next(MeasureFigure.Suspended, change.At, after));
                break;
            default:
                break;
        }
    }

    /// <summary>Once, however often a duplicate is taken for one and is none.</summary>
    private void File(Incident before, DateTimeOffset at)
    {
        if (_counted.Any(c => c.Figure == MeasureFigure.Filed))
        {
            return;
        }

        CountAs(MeasureFigure.Filed, Last(MeasureFigure.Reported));
        if (before.AcceptEscalations == 0 && at <= before.AcceptDue.At)
        {
            CountAs(MeasureFigure.Responded, Last(MeasureFigure.Reported));
        }
    }

    private void Close(Incident after, IncidentClosed closed)
    {
        _counted.Add(Next(MeasureFigure.Closed, closed.At, after));
        if (closed.Outcome == IncidentOutcome.Resolved)
        {
            CountAs(MeasureFigure.Resolved, Last(MeasureFigure.Closed));
        }
    }

    private void Reopen(Incident before, DateTimeOffset at)
    {
        _counted.Add(Next(MeasureFigure.Reopened, at, before));
        CountAs(MeasureFigure.Reworked, Last(MeasureFigure.Handled));
        var close = Last(MeasureFigure.Closed);
        _counted.RemoveAll(c => c.Figure == MeasureFigure.Resolved && c.Occurrence == close.Occurrence);
    }

    private void Rate(Incident after, IncidentRated rated)
    {
        _counted.Add(Next(MeasureFigure.Rated, rated.At, after));
        if (rated.Score >= SatisfiedFrom)
        {
            CountAs(MeasureFigure.Satisfied, Last(MeasureFigure.Rated));
        }
    }

    private void Watch(Incident after, IncidentEvent change)
    {
        if (change is IncidentVoided or IncidentMerged)
        {
            _round = null;
            return;
        }

        if (change is IncidentReopened && _round is { } former)
        {
            _rounds.Add(former);
        }

        _round = change is IncidentAccepted or IncidentReopened ? new MeasureRound(after, null, null)
            : _round is not { ClosedAt: null } round ? _round
            : change switch
            {
                ResultSubmitted or IncidentHandledOnSpot => new MeasureRound(after, change.At, null),
                CheckFailed => new MeasureRound(after, null, null),
                IncidentClosed => round with { State = after, ClosedAt = change.At },
                _ => round with { State = after },
            };
    }

    private IEnumerable<Contribution> CountDue(MeasureRound round, int occurrence)
    {
        if (round.State.HandleDue is not { } due)
        {
            yield break;
        }

        var counted = CountOf(MeasureFigure.Due, occurrence, due.At, round.State);
        yield return counted;
        if (round.HandledAt <= due.At)
        {
            yield return counted with { Figure = MeasureFigure.HandledOnTime };
        }

        if (round.ClosedAt <= due.At)
        {
            yield return counted with { Figure = MeasureFigure.ClosedOnTime };
        }
    }

    private Contribution Last(MeasureFigure figure) => _counted.Last(c => c.Figure == figure);

    private void CountAs(MeasureFigure figure, Contribution whole) => _counted.Add(whole with { Figure = figure });

    private Contribution Next(MeasureFigure figure, DateTimeOffset at, Incident incident) =>
        CountOf(figure, 1 + _counted.Count(c => c.Figure == figure), at, incident);

    private Contribution CountOf(MeasureFigure figure, int occurrence, DateTimeOffset at, Incident incident) => new(
        figure,
        occurrence,
        DateOnly.FromDateTime(at.ToOffset(utcOffset).DateTime),
        incident.Place.PlaceCode,
        incident.Handler,
        incident.Dispatch?.Lead?.Department);

    /// <param name="State">As of the last event of the round.</param>
    /// <param name="HandledAt">When the result came; null again once it is sent back.</param>
    private sealed record MeasureRound(Incident State, DateTimeOffset? HandledAt, DateTimeOffset? ClosedAt);
}
