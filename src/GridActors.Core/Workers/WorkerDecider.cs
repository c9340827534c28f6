using System.Collections.Immutable;
using System.Diagnostics;
using GridActors.Core.Incidents;

namespace GridActors.Core.Workers;

/// <summary>
/// The rules of appointments (DOMAIN 3). Pure: the same worker, command and instant give the same answer. What a grid has to say,
/// such as that it has a head, <see cref="RosterDecider"/> says.
/// </summary>
public static class WorkerDecider
{
    /// <summary>How long somebody may stand in: who stays longer is appointed. Ours.</summary>
    public static readonly TimeSpan LongestCover = TimeSpan.FromDays(366);

    /// <param name="worker">Null for one that nobody knows yet.</param>
    public static WorkerDecision Decide(Worker? worker, WorkerId id, WorkerCommand command, DateTimeOffset now) => (worker, command) switch
    {
        (_, VerifyWorker c) => Verify(worker ?? new Worker(id, []), c, now),
        (null, AppointWorker) => Refuse(WorkerRefusal.EligibilityNotVerified),
        (null, _) => Refuse(WorkerRefusal.UnknownWorker),
        ({ } w, AppointWorker c) => Appoint(w, c, now),
        ({ } w, TransferWorker c) => Transfer(w, c, now),
        ({ } w, EndDuties c) => End(w, c, now),
        ({ } w, SetShifts c) => SetShifts(w, c, now),
        ({ } w, CoverGrid c) => Cover(w, c, now),
        ({ } w, IssueBadge c) => BadgeDecider.Issue(w, c, now),
        ({ } w, RevokeBadge c) => BadgeDecider.Revoke(w, c, now),
        _ => throw new UnreachableException(command.GetType().Name),
    };

    private static WorkerDecision Verify(Worker worker, VerifyWorker command, DateTimeOffset now)
    {
        if (!command.By.IsCentre)
        {
            return Refuse(WorkerRefusal.VerifierNotACentre);
        }

        var verified = new Verification(command.By, now);
        return WorkerDecision.Accept(worker with
        {
            Eligibility = verified,
            NotCommitteeLeader = command.NotCommitteeLeader ? verified : worker.NotCommitteeLeader,
        });
    }

    private static WorkerDecision Appoint(Worker worker, AppointWorker command, DateTimeOffset now)
    {
        var from = command.From ?? now;
        var post = Post.Of(command.Grid);
        ImmutableArray<Duty> wanted = [.. command.Shifts.Select(s => new Duty(worker.Id, post, command.Role, s) { From = from })];
        var known = OwnIn(worker, post).Where(d => d.Until is null && (command.From is null ? d.Holds(now) : d.From == from));
        return Problem(worker, command.Role) is { } problem ? Refuse(problem)
            : worker.Eligibility is null ? Refuse(WorkerRefusal.EligibilityNotVerified)
            : known.Select(d => (d.Role, d.Shift)).ToHashSet().SetEquals(wanted.Select(d => (d.Role, d.Shift))) ? WorkerDecision.Nothing
            : from < now ? Refuse(WorkerRefusal.PeriodOutOfRange)
            : Accept(worker, Ended(worker, d => d.Post == post && !d.IsCover, from).Concat(wanted));
    }

    /// <summary>Their grid took their eligibility as verified, by whatever way they came into it.</summary>
    private static WorkerDecision Transfer(Worker worker, TransferWorker command, DateTimeOffset now)
    {
        var at = command.At ?? now;
        var (from, to) = (Post.Of(command.From), Post.Of(command.To));
        ImmutableArray<Duty> moved = [.. OwnIn(worker, from).Where(d => d.Holds(at)).Select(d => d with { Post = to, From = at })];
        if (moved.IsEmpty || from == to)
        {
            var isThere = OwnIn(worker, to).Any(d => d.Holds(at)) && OwnIn(worker, from).Any();
            return isThere ? WorkerDecision.Nothing : Refuse(WorkerRefusal.NotInGrid);
        }

        return at < now ? Refuse(WorkerRefusal.PeriodOutOfRange)
            : moved.Select(d => Problem(worker, d.Role)).FirstOrDefault(p => p is not null) is { } problem ? Refuse(problem)
            : Accept(worker, Ended(worker, d => d.Post == from || d.Post == to, at, ownOnly: true).Concat(moved));
    }

    private static WorkerDecision End(Worker worker, EndDuties command, DateTimeOffset now)
    {
        var at = command.At ?? now;
        bool IsMeant(Duty duty) => duty.Post.Tier == Tier.Grid && (command.Grid is not { } grid || duty.Post == Post.Of(grid));
        return !worker.Duties.Any(IsMeant) ? Refuse(WorkerRefusal.NotInGrid)
            : worker.Duties.Where(IsMeant).All(d => d.HasEnded(at)) ? WorkerDecision.Nothing
            : at < now ? Refuse(WorkerRefusal.PeriodOutOfRange)
            : Accept(worker, Ended(worker, IsMeant, at));
    }

    private static WorkerDecision SetShifts(Worker worker, SetShifts command, DateTimeOffset now)
    {
        ImmutableArray<Duty> own = [.. OwnIn(worker, Post.Of(command.Grid)).Where(d => !d.HasEnded(now))];
        var next = own.SelectMany(d => command.Shifts.Select(s => d with { Shift = s }));
        return own.IsEmpty ? Refuse(WorkerRefusal.NotInGrid) : Accept(worker, worker.Duties.Except(own).Concat(next));
    }

    /// <summary>A head stands in as a full-time worker: the grid that is covered keeps its own head.</summary>
    private static WorkerDecision Cover(Worker worker, CoverGrid command, DateTimeOffset now)
    {
        var from = command.From ?? now;
        var post = Post.Of(command.Grid);
        ImmutableArray<Duty> own = [.. worker.Duties.Where(d => d is { IsCover: false, Post.Tier: Tier.Grid } && d.Holds(now))];
        if (own.IsEmpty)
        {
            return Refuse(WorkerRefusal.NoDuty);
        }

        var role = own.Any(d => d.Role is WorkerRole.Head or WorkerRole.FullTime) ? WorkerRole.FullTime : WorkerRole.PartTime;
        var shifts = command.Shifts.IsEmpty ? own.Select(d => d.Shift).Distinct() : command.Shifts;
        ImmutableArray<Duty> wanted = [.. shifts.Select(s => new Duty(worker.Id, post, role, s) { From = from, Until = command.Until, IsCover = true })];
        return own.Any(d => d.Post == post) ? Refuse(WorkerRefusal.AlreadyInGrid)
            : wanted.All(worker.Duties.Contains) ? WorkerDecision.Nothing
            : from < now || command.Until <= from || command.Until - from > LongestCover ? Refuse(WorkerRefusal.PeriodOutOfRange)
            : Accept(worker, worker.Duties.Concat(wanted));
    }

    private static WorkerRefusal? Problem(Worker worker, WorkerRole role) => role switch
    {
        WorkerRole.Duty => WorkerRefusal.RoleContradictsPost,
        WorkerRole.Head when worker.NotCommitteeLeader is null => WorkerRefusal.CommitteeLeaderNotRuledOut,
        _ => null,
    };

    private static IEnumerable<Duty> OwnIn(Worker worker, Post post) => worker.Duties.Where(d => d.Post == post && !d.IsCover);

    private static IEnumerable<Duty> Ended(Worker worker, Func<Duty, bool> isMeant, DateTimeOffset at, bool ownOnly = false) =>
        worker.Duties.Select(d => isMeant(d) && !(ownOnly && d.IsCover) ? d.EndingAt(at) : d).OfType<Duty>();

    private static WorkerDecision Accept(Worker worker, IEnumerable<Duty> duties)
    {
        var next = Roster.InOrder(duties);
        return next.SequenceEqual(worker.Duties) ? WorkerDecision.Nothing : WorkerDecision.Accept(worker with { Duties = next });
    }

    private static WorkerDecision Refuse(WorkerRefusal refusal) => WorkerDecision.Refuse(refusal);
}
