using System.Collections.Immutable;
using GridActors.Core.Incidents;
using GridActors.Hosting.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Postgres;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GridActors.Process.Tests.Clusters;

/// <summary>What is in the database, past the hosts.</summary>
internal sealed class StoredIncidents(string connectionString)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Every acknowledged report is there under its id, nothing else of that name is, and every history is whole.</summary>
    public async Task AssertExactlyAsync(string name, IReadOnlyCollection<string> ids)
    {
        var stored = await ReadAsync($"SELECT id::text FROM incident WHERE state::jsonb #>> '{{content,description}}' LIKE '{name} %'");
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(ids.Order(StringComparer.Ordinal), stored.Order(StringComparer.Ordinal));
        await AssertWholeAsync();
    }

    /// <summary>Versions of every incident run from 1 to that of its head, without a gap; no event is without an incident.</summary>
    public async Task AssertWholeAsync() => Assert.Empty(await ReadAsync("""
        SELECT format('%s: head %s, %s events, %s to %s', coalesce(i.id, e.id), i.version, e.n, e.first, e.last)
        FROM incident i
        FULL JOIN (SELECT id, count(*) AS n, min(version) AS first, max(version) AS last FROM incident_event GROUP BY id) e ON e.id = i.id
        WHERE i.version IS DISTINCT FROM e.n OR e.last IS DISTINCT FROM e.n OR e.first IS DISTINCT FROM 1
        """));

    /// <summary>How many events of a kind each incident has, in the order of the ids.</summary>
    public async Task<IReadOnlyList<int>> CountEventsAsync(IEnumerable<string> ids, string kind)
    {
        var counts = await ReadAsync(
            $"SELECT count(e.id)::text FROM unnest(ARRAY['{string.Join("','", ids)}']::uuid[]) WITH ORDINALITY AS i (id, n) LEFT JOIN incident_event e ON e.id = i.id AND e.kind = '{kind}' GROUP BY i.n ORDER BY i.n");
        return [.. counts.Select(c => int.Parse(c, System.Globalization.CultureInfo.InvariantCulture))];
    }

    /// <summary>
    /// Writes copies of an incident that nobody has accepted, as if they had been reported long enough ago for their first
    /// deadline to have passed. No actor knows of them: whoever fires their deadlines found them in the journal.
    /// </summary>
    public async Task<IReadOnlyList<string>> AddOverdueCopiesAsync(string template, int count)
    {
        await using var services = new ServiceCollection().AddLogging()
            .AddPostgresStorage(new PostgresStorageOptions { ConnectionString = connectionString }).BuildServiceProvider();
        var journal = services.GetRequiredService<IIncidentJournal>();
        var reported = (IncidentReported)(await journal.ReadEventsAsync(new IncidentId(Guid.Parse(template)), Ct))[0];
        var earlier = reported.AcceptDue.At - reported.At + TimeSpan.FromMinutes(1);
        var copies = Enumerable.Range(0, count).Select(_ => reported with
        {
            Id = new IncidentId(Guid.CreateVersion7()),
            TrackingCode = IncidentIds.NewTrackingCode(),
            At = reported.At - earlier,
            AcceptDue = reported.AcceptDue with { At = reported.AcceptDue.At - earlier },
            Content = reported.Content with { Description = "overdue copy" },
        }).ToList();
        var appended = await Task.WhenAll(copies.Select(copy =>
            journal.AppendAsync(new IncidentAppend(null, ImmutableArray.Create<IncidentEvent>(copy), IncidentEvolution.Evolve(null, copy)), Ct)));
        Assert.All(appended, result => Assert.Equal(AppendResult.Appended, result));
        return [.. copies.Select(c => c.Id.ToString())];
    }

    /// <summary>Makes the table of events so large that no other file of the database comes near it.</summary>
    /// <returns>Its size in bytes.</returns>
    public async Task<long> GrowEventsAsync()
    {
        await ReadAsync("""
            INSERT INTO incident_event (id, version, kind, body, at, actor)
            SELECT gen_random_uuid(), 1, 'ballast', jsonb_build_object('of', repeat(md5(g::text), 50))::text, now(), '' FROM generate_series(1, 6000) g;
            DELETE FROM incident_event WHERE kind = 'ballast'
            """);
        return long.Parse((await ReadAsync("SELECT pg_relation_size('incident_event')::text"))[0], System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Sets the database read-only or lets it be written to again, and ends whatever goes on in it, as a change of servers does.</summary>
    public async Task SetReadOnlyAsync(bool isReadOnly)
    {
        await ReadAsync($"ALTER DATABASE {new NpgsqlConnectionStringBuilder(connectionString).Database} SET default_transaction_read_only = {(isReadOnly ? "on" : "off")}");
        await ReadAsync("SELECT pg_terminate_backend(pid)::text FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
    }

    private async Task<IReadOnlyList<string>> ReadAsync(string sql)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, Options = "-c default_transaction_read_only=off" };
        await using var connection = new NpgsqlConnection(settings.ConnectionString);
        await connection.OpenAsync(Ct);
        await using var query = new NpgsqlCommand(sql, connection);
        await using var reader = await query.ExecuteReaderAsync(Ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(Ct))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
