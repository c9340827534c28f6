using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Diagnostics.Metrics;
using System.Reflection;
using GridActors.Contracts.Incidents;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Grains.Escalations;
using GridActors.Storage.Escalations;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;
using Microsoft.Extensions.Logging.Testing;
using Microsoft.Extensions.Time.Testing;

namespace GridActors.Grains.Tests.Escalations;

/// <summary>A sweep over deadlines in memory whose incidents do as the test says; told which one at a time and in which order.</summary>
public sealed class SweepUnderTest : IDeadlineQueue, IDisposable
{
    private readonly Lock _gate = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly SortedSet<DueDeadline> _deadlines =
        new(Comparer<DueDeadline>.Create((a, b) => (a.DueAt, a.Id.Value).CompareTo((b.DueAt, b.Id.Value))));

    public SweepUnderTest()
    {
        Metrics = new EscalationMetrics(Meters, Clock);
        Sweep = new DeadlineSweep(this, IncidentsProxy.Of(this), Clock, Metrics, new FakeLogger<DeadlineSweep>());
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2025, 1, 2, 3, 0, 0, TimeSpan.Zero));

    public EscalationMetrics Metrics { get; }

    public DeadlineSweep Sweep { get; }

    /// <summary>In the order of the calls.</summary>
    public ConcurrentQueue<IncidentId> Told { get; } = new();

    /// <summary>What an incident does when it is told, before it moves on.</summary>
    public Func<IncidentId, Task> OnTold { get; set; } = _ => Task.CompletedTask;

    public int RowsRead { get; private set; }

    private IMeterFactory Meters => _services.GetRequiredService<IMeterFactory>();

    public MetricCollector<T> Collect<T>(string instrument)
        where T : struct => new(Meters, EscalationMetrics.MeterName, instrument);

    /// <summary>An incident whose deadline passed so long ago.</summary>
    public IncidentId Add(TimeSpan ago)
    {
        var id = new IncidentId(Guid.CreateVersion7());
        lock (_gate)
        {
            _deadlines.Add(new DueDeadline(id, Clock.GetUtcNow() - ago));
        }

        return id;
    }

    public Task<ImmutableArray<DueDeadline>> ReadDueAsync(ClockSlots slots, DeadlineWindow window, int limit, CancellationToken ct)
    {
        lock (_gate)
        {
            ImmutableArray<DueDeadline> due =
            [
                .. _deadlines
                    .Where(d => d.DueAt < window.Before && (d.DueAt, d.Id.Value).CompareTo((window.From, window.After.Value)) > 0 && slots.Contains(d.Id.ClockSlot))
                    .Take(limit),
            ];
            RowsRead += due.Length;
            return Task.FromResult(due);
        }
    }

    public Task<DateTimeOffset?> NextDueAsync(ClockSlots slots, DateTimeOffset from, CancellationToken ct) => throw new NotSupportedException();

    public Task<DateTimeOffset?> LastRecordedAtAsync(CancellationToken ct) => throw new NotSupportedException();

    public Task<int> CountOverdueAsync(DateTimeOffset before, int limit, CancellationToken ct)
    {
        lock (_gate)
        {
            return Task.FromResult(Math.Min(limit, _deadlines.Count(d => d.DueAt < before)));
        }
    }

    public void Dispose() => _services.Dispose();

    private async Task<IncidentReply> TellAsync(IncidentId id, DateTimeOffset dueAt)
    {
        Told.Enqueue(id);
        await OnTold(id);
        lock (_gate)
        {
            return new IncidentReply(null, null, Changed: _deadlines.Remove(new DueDeadline(id, dueAt)));
        }
    }

    private sealed class ToldIncident(SweepUnderTest test, IncidentId id) : IIncidentGrain
    {
        public Task<IncidentReply> ExecuteAsync(IncidentCommand command, int? ifVersion, CancellationToken ct) =>
            test.TellAsync(id, ((DeadlineReached)command).DueAt);

        public Task<IncidentAccess?> FindAccessAsync(CancellationToken ct) => Task.FromResult<IncidentAccess?>(null);
    }

    /// <summary>Answers the two methods of a grain factory that lead a sweep to an incident.</summary>
    public class IncidentsProxy : DispatchProxy
    {
        private SweepUnderTest? _test;

        public static IGrainFactory Of(SweepUnderTest test)
        {
            var factory = Create<IGrainFactory, IncidentsProxy>();
            ((IncidentsProxy)(object)factory)._test = test;
            return factory;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => args switch
        {
            [GrainId id, GrainInterfaceType] => Told(id),
            [Type, IdSpan key] => Told(GrainId.Create(GrainType.Create("incident"), key)),
            _ => throw new NotSupportedException(targetMethod?.Name),
        };

        private ToldIncident Told(GrainId id) => new(_test!, new IncidentId(id.GetGuidKey()));
    }
}
