using System.Collections.Immutable;
using GridActors.Contracts.Incidents;
using GridActors.Core.Access;
using GridActors.Core.Escalations;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Grains.Access;
using GridActors.Grains.Divisions;
using GridActors.Grains.Escalations;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.Logging;
using Orleans.Placement;

namespace GridActors.Grains.Incidents;

/// <summary>Loads, decides, appends, folds, replies. The rules are in <see cref="IncidentDecider"/>.</summary>
/// <remarks>
/// It lives on the silo that is asked first, which saves a report a hop, and only while something happens to it: an
/// incident that waits is a row and nothing in memory.
/// </remarks>
[GrainType("incident"), PreferLocalPlacement, CollectionAgeLimit(Minutes = 2)]
internal sealed partial class IncidentGrain(
    IIncidentJournal journal,
    IRegionDirectory region,
    EscalationSignal signal,
    EscalationPolicy policy,
    TimeProvider clock,
    ILogger<IncidentGrain> logger) : Grain, IIncidentGrain
{
    /// <summary>A conflict means that another activation wrote; reading again and deciding again settles it, unless it goes on writing.</summary>
    private const int MaxAttempts = 3;

    private readonly ILogger _logger = logger;
    private IncidentHead? _head;
    private bool _isLoaded;

    private Incident? Current => _head?.State;

    public async Task<IncidentReply> ExecuteAsync(IncidentCommand command, int? ifVersion, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= MaxAttempts; attempt++)
        {
            if (!_isLoaded && command is not ReportIncident)
            {
                await LoadAsync(ct);
            }

            if (RefusalBeforehand(command, ifVersion) is { } refused)
            {
                return refused;
            }

            var now = Now();
            var context = await ContextAsync(command, now, ct);
            if (Attribute(command, context.Chain) is not { } attributed)
            {
                return new IncidentReply(null, IncidentRefusal.NotSpeaker, Changed: false);
            }

            var decision = IncidentDecider.Decide(Current, attributed, context, now);
            if (decision.Refusal is not null || decision.Events.IsEmpty)
            {
                return Unchanged(decision.Refusal);
            }

            if (await TryAppendAsync(decision.Events, command.Key))
            {
                LeaveIfNothingFollows(command);
                return new IncidentReply(Current, null, Changed: true);
            }

            await LoadAsync(ct);
        }

        DeactivateOnIdle();
        throw new JournalBusyException("Another activation of this incident goes on writing.", TimeSpan.FromSeconds(1));
    }

    public async Task<IncidentAccess?> FindAccessAsync(CancellationToken ct)
    {
        if (!_isLoaded && await ReadAsync(ct) is { } stored && !_isLoaded)
        {
            // A command may be under way meanwhile: what it has loaded is never overwritten, and what is out of date here is
            // refused by the journal.
            (_head, _isLoaded) = (stored, true);
        }

        return Current is { } incident ? IncidentAccess.Of(incident) : null;
    }

    /// <summary>Jurisdiction first, so that whom the incident does not concern learns nothing of it, then the version. Null where neither stands in the way.</summary>
    private IncidentReply? RefusalBeforehand(IncidentCommand command, int? ifVersion)
    {
        var authority = CallAuthority.Current;
        if (Current is not { } incident)
        {
            return command is ReportIncident && !authority.IsKnown ? new IncidentReply(null, IncidentRefusal.OutsideJurisdiction, Changed: false) : null;
        }

        return IncidentJurisdiction.RefusalOf(authority, IncidentAccess.Of(incident), command) is { } refusal ? new IncidentReply(null, refusal, Changed: false)
            : ifVersion is { } expected && incident.Version != expected && !CommandKeys.IsUsed(incident, command) ? Unchanged(IncidentRefusal.StaleVersion)
            : null;
    }

    private IncidentCommand? Attribute(IncidentCommand command, PostChain chain) =>
        Current is { } incident ? IncidentJurisdiction.Attribute(CallAuthority.Current, command, CommandActors.Of(incident, command, chain)) : command;

    /// <summary>A wrong tracking code or version says nothing to whom the incident does not concern.</summary>
    private IncidentReply Unchanged(IncidentRefusal? refusal) =>
        refusal is IncidentRefusal.NotRequester or IncidentRefusal.StaleVersion && Current is { } incident && !IncidentJurisdiction.MayRead(CallAuthority.Current, IncidentAccess.Of(incident))
            ? new IncidentReply(null, IncidentRefusal.OutsideJurisdiction, Changed: false)
            : new IncidentReply(Current, refusal, Changed: false);

    /// <summary>
    /// After a report, a deadline or a close the next command is minutes away, if there is one: the actor goes at once, before
    /// the garbage collector has to carry it along. Between an accept and a close it stays.
    /// </summary>
    private void LeaveIfNothingFollows(IncidentCommand command)
    {
        if (command is ReportIncident or DeadlineReached || Current is { Phase: IncidentPhase.Closed })
        {
            DeactivateOnIdle();
        }
    }

    /// <summary>
    /// The one durable write of a command; memory follows it and never runs ahead. It takes no token: once it is under way
    /// its outcome is known before anything is answered.
    /// </summary>
    /// <returns>
    /// False on a conflict: nothing was written, and what is in memory is out of date. For a report that says only that it was
    /// made before; for anything else, that another activation of this incident is at work.
    /// </returns>
    private async Task<bool> TryAppendAsync(ImmutableArray<IncidentEvent> events, CommandKey? key)
    {
        var after = CommandKeys.Remember(events.Aggregate(Current, IncidentEvolution.Evolve)!, key);
        var append = new IncidentAppend(_head, events, after);
        try
        {
            var result = await journal.AppendAsync(append, CancellationToken.None);
            if (result == AppendResult.Conflict)
            {
                LogConflict(_logger, after.Id, append.ExpectedVersion);
                if (_isLoaded)
                {
                    Forget();
                }

                return false;
            }
        }
        catch (JournalFullException)
        {
            throw new JournalBusyException("Too many reports are waiting for the journal.", TimeSpan.FromSeconds(1));
        }
        catch (JournalUnavailableException fault)
        {
            LogOutcomeUnknown(_logger, fault, after.Id, append.ExpectedVersion);
            if (!await WasAppendedAsync(append))
            {
                throw new JournalBusyException("The journal is not available.", TimeSpan.FromSeconds(5));
            }
        }

        Follow(append);
        return true;
    }

    private void Follow(IncidentAppend append)
    {
        (_head, _isLoaded) = (append.After, true);
        foreach (var climb in append.Events.OfType<IncidentEscalated>())
        {
            LogClimbed(_logger, append.State.Id, climb.From, climb.To);
        }

        if (append.State.NextDeadline is { } deadline)
        {
            signal.Announce(deadline.DueAt);
        }
    }

    /// <summary>The connection was lost on the way: only the journal knows whether this append is in it.</summary>
    private async Task<bool> WasAppendedAsync(IncidentAppend append)
    {
        Forget();
        try
        {
            var stored = await journal.ReadEventsAsync(append.State.Id, CancellationToken.None);
            return stored.Length >= append.State.Version
                && append.Rows.Zip(
                    stored.Skip(append.ExpectedVersion),
                    (mine, theirs) => mine.Body.AsSpan().SequenceEqual(IncidentEventKinds.Write(theirs))).All(same => same);
        }
        catch (JournalUnavailableException fault)
        {
            LogOutcomeUnknown(_logger, fault, append.State.Id, append.State.Version);
            throw new JournalBusyException("The journal is not available.", TimeSpan.FromSeconds(5));
        }
    }

    private async Task LoadAsync(CancellationToken ct) => (_head, _isLoaded) = (await ReadAsync(ct), true);

    private async Task<IncidentHead?> ReadAsync(CancellationToken ct)
    {
        try
        {
            return await journal.LoadAsync(new IncidentId(this.GetPrimaryKey()), ct);
        }
        catch (JournalUnavailableException fault)
        {
            LogUnreadable(_logger, fault, new IncidentId(this.GetPrimaryKey()));
            Forget();
            throw new JournalBusyException("The journal is not available.", TimeSpan.FromSeconds(5));
        }
    }

    private void Forget()
    {
        (_head, _isLoaded) = (null, false);
        DeactivateOnIdle();
    }

    private async Task<IncidentContext> ContextAsync(IncidentCommand command, DateTimeOffset now, CancellationToken ct)
    {
        var report = command as ReportIncident;
        var place = (command as RefileIncident)?.Place ?? Current?.Place ?? report?.Place;
        if (place is null)
        {
            return IncidentContext.Nowhere;
        }

        var snapshot = await region.AtLeastAsync(report?.RegionRevision ?? 0, ct);
        var calendar = snapshot.CalendarOf(place.County);
        var onDuty = Current is null ? await OnDutyAsync(place, now, calendar.UtcOffset, ct) : [];
        return new IncidentContext(
            snapshot.ChainOf(place, now, gridIsStaffed: !onDuty.IsEmpty),
            calendar,
            policy,
            onDuty,
            snapshot.CatalogueOf(place.County),
            snapshot.DepartmentsFor(place),
            report is { Content.ReportedBy: { } reporter } && IncidentJurisdiction.IsWorker(CallAuthority.Current, reporter) && place is { Grids: [var only] } ? await GrainFactory.GetGrid(only).RoleOfAsync(reporter, ct) : null);
    }

    /// <summary>Of every grid that the place is offered to.</summary>
    private async Task<ImmutableArray<WorkerId>> OnDutyAsync(ReportedPlace place, DateTimeOffset now, TimeSpan utcOffset, CancellationToken ct)
    {
        var onDuty = ImmutableArray<WorkerId>.Empty;
        foreach (var grid in place.Grids)
        {
            onDuty = onDuty.AddRange(await GrainFactory.GetGrid(grid).OnDutyAsync(now, utcOffset, ct));
        }

        return onDuty;
    }

    /// <summary>Whole milliseconds, which is what every store keeps; never before the incident's last event.</summary>
    private DateTimeOffset Now()
    {
        var now = clock.NowInMilliseconds();
        return Current is { } incident && incident.ChangedAt > now ? incident.ChangedAt : now;
    }
}
