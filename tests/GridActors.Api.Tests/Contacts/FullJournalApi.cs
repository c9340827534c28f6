using System.Collections.Immutable;
using GridActors.Core.Contacts;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Sqlite.Incidents;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Api.Tests.Contacts;

/// <summary>A host of its own whose journal takes everything but that a contact was shown.</summary>
public sealed class FullJournalApi() : ApiFixture(services => services.AddSingleton<IIncidentJournal>(s => new FullJournal(ActivatorUtilities.CreateInstance<SqliteIncidentJournal>(s))))
{
    private sealed class FullJournal(SqliteIncidentJournal journal) : IIncidentJournal, IAsyncDisposable
    {
        public Task<AppendResult> AppendAsync(IncidentAppend append, CancellationToken ct) => append.Events.Any(e => e is ContactShown)
            ? Task.FromException<AppendResult>(new JournalUnavailableException("full", new IOException("full")))
            : journal.AppendAsync(append, ct);

        public Task<Incident?> FindAsync(IncidentId id, CancellationToken ct) => journal.FindAsync(id, ct);

        public Task<IncidentHead?> LoadAsync(IncidentId id, CancellationToken ct) => journal.LoadAsync(id, ct);

        public Task<ImmutableArray<IncidentEvent>> ReadEventsAsync(IncidentId id, CancellationToken ct) => journal.ReadEventsAsync(id, ct);

        public ValueTask DisposeAsync() => journal.DisposeAsync();
    }
}
