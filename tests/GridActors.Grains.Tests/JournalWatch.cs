using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace GridActors.Grains.Tests;

/// <summary>Lets a test await what the clock will write: arm it, act, await. Every silo's journal reports to it.</summary>
public sealed class JournalWatch
{
    private readonly Lock _gate = new();
    private int _reads;
    private ImmutableList<(IncidentId Id, Type Kind, TaskCompletionSource<Incident> Seen)> _armed = [];

    /// <summary>How often an incident was read.</summary>
    public int Reads => Volatile.Read(ref _reads);

    /// <summary>The incident as of the first append with such an event, from now on.</summary>
    /// <exception cref="TimeoutException">Thrown by the task after 30 seconds.</exception>
    public Task<Incident> Arm<TEvent>(IncidentId id)
        where TEvent : IncidentEvent
    {
        var seen = new TaskCompletionSource<Incident>(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_gate)
        {
            _armed = _armed.Add((id, typeof(TEvent), seen));
        }

        return seen.Task.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);
    }

    /// <summary>Puts the watch in front of the journal that is registered.</summary>
    public void Observe(IServiceCollection services)
    {
        var journal = services.Single(s => s.ServiceType == typeof(IIncidentJournal)).ImplementationType!;
        services.AddSingleton(journal);
        services.Replace(ServiceDescriptor.Singleton<IIncidentJournal>(provider => new Watched((IIncidentJournal)provider.GetRequiredService(journal), this)));
    }

    private void Appended(IncidentAppend append)
    {
        lock (_gate)
        {
            foreach (var armed in _armed.Where(a => a.Id == append.State.Id && append.Events.Any(e => e.GetType() == a.Kind)))
            {
                armed.Seen.TrySetResult(append.State);
                _armed = _armed.Remove(armed);
            }
        }
    }

    /// <summary>A journal that tells the watch what it has written.</summary>
    private sealed class Watched(IIncidentJournal inner, JournalWatch watch) : IIncidentJournal
    {
        public async Task<AppendResult> AppendAsync(IncidentAppend append, CancellationToken ct)
        {
            var result = await inner.AppendAsync(append, ct);
            if (result == AppendResult.Appended)
            {
                watch.Appended(append);
            }

            return result;
        }

        public Task<Incident?> FindAsync(IncidentId id, CancellationToken ct)
        {
            Interlocked.Increment(ref watch._reads);
            return inner.FindAsync(id, ct);
        }

        public Task<IncidentHead?> LoadAsync(IncidentId id, CancellationToken ct)
        {
            Interlocked.Increment(ref watch._reads);
            return inner.LoadAsync(id, ct);
        }

        public Task<ImmutableArray<IncidentEvent>> ReadEventsAsync(IncidentId id, CancellationToken ct) => inner.ReadEventsAsync(id, ct);
    }
}
