using System.Collections.Immutable;
using System.Threading.Channels;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Postgres.Record;
using GridActors.Storage.Record;
using Microsoft.Extensions.Logging;
using Npgsql;
using NpgsqlTypes;

namespace GridActors.Storage.Postgres.Incidents;

/// <summary>
/// Group commit: appends queue, and each of a few writers takes whatever is waiting and commits it with one statement. A
/// lone append waits for nobody; under load one wait for the disk serves hundreds.
/// </summary>
public sealed partial class PostgresIncidentJournal : IIncidentJournal, IAsyncDisposable
{
    private readonly PostgresDatabase _database;
    private readonly PostgresStorageOptions _options;
    private readonly JournalMetrics _metrics;
    private readonly ILogger<PostgresIncidentJournal> _logger;
    private readonly Channel<PendingAppend> _queue;
    private readonly CancellationTokenSource _closing = new();
    private readonly Task _writing;
    private int _breaks;

    public PostgresIncidentJournal(PostgresDatabase database, PostgresStorageOptions options, JournalMetrics metrics, ILogger<PostgresIncidentJournal> logger)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.QueueCapacity);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.Writers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Writers, 64);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxBatch, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.MaxBatch, 10_000);
        ArgumentOutOfRangeException.ThrowIfLessThan(options.WriteTimeout, TimeSpan.FromSeconds(1));
        _database = database;
        _options = options;
        _metrics = metrics;
        _logger = logger;
        _queue = Channel.CreateBounded<PendingAppend>(options.QueueCapacity);
        metrics.Watch(() => _queue.Reader.Count);
        _writing = Task.WhenAll(Enumerable.Range(0, options.Writers).Select(_ => Task.Run(WriteAllAsync)));
    }

    /// <exception cref="ArgumentException">The append contradicts itself, or an instant has a fraction of a millisecond.</exception>
    /// <exception cref="ObjectDisposedException">The journal is closed; nothing was written.</exception>
    /// <remarks>Once it is queued, cancelling changes nothing any more: the append is written, and its result is told.</remarks>
    public async Task<AppendResult> AppendAsync(IncidentAppend append, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var pending = new PendingAppend(append);
        using var span = JournalTraces.StartAppend(pending, append.State.Version);
        if (!_queue.Writer.TryWrite(pending))
        {
            ObjectDisposedException.ThrowIf(_closing.IsCancellationRequested, this);
            _metrics.Full(pending);
            throw new JournalFullException();
        }

        return await pending.Completion;
    }

    public async Task<Incident?> FindAsync(IncidentId id, CancellationToken ct)
    {
        await using var query = OfIncident(IncidentSql.Find, id);
        return await _database.ReadAsync(
            query,
            isPrepared: true,
            async reader => await reader.ReadAsync(ct) ? IncidentFormat.Read(reader.GetFieldValue<byte[]>(0)) : null,
            ct);
    }

    public async Task<IncidentHead?> LoadAsync(IncidentId id, CancellationToken ct)
    {
        await using var query = OfIncident(IncidentSql.Load, id);
        var (state, hash) = await _database.ReadAsync(
            query,
            isPrepared: true,
            async reader => await reader.ReadAsync(ct)
                ? (IncidentFormat.Read(reader.GetFieldValue<byte[]>(0)), reader.IsDBNull(1) ? null : RecordHash.ReadStored(reader.GetFieldValue<byte[]>(1)))
                : default((Incident?, RecordHash?)),
            ct);
        return state is null ? null : new IncidentHead(state, hash ?? await HashAsync(id, ct));
    }

    public async Task<ImmutableArray<IncidentEvent>> ReadEventsAsync(IncidentId id, CancellationToken ct)
    {
        await using var query = OfIncident(IncidentSql.ReadEvents, id);
        return await _database.ReadAsync(
            query,
            isPrepared: true,
            async reader =>
            {
                var events = ImmutableArray.CreateBuilder<IncidentEvent>();
                while (await reader.ReadAsync(ct))
                {
                    events.Add(IncidentEventKinds.Read(reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
                }

                return events.ToImmutable();
            },
            ct);
    }

    /// <summary>Takes no more appends and returns once those in the queue are written, or told that they cannot be.</summary>
    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _queue.Writer.TryComplete();
        await _writing;
        _closing.Dispose();
    }

    /// <summary>Of an incident whose last event is from before the record.</summary>
    private async Task<RecordHash> HashAsync(IncidentId id, CancellationToken ct)
    {
        try
        {
            await using var connection = await _database.OpenAsync(ct);
            return RecordChain.HeadOf(id, (await connection.ReadRecordedRowsAsync([id], ct))[id]);
        }
        catch (NpgsqlException failure)
        {
            throw new JournalUnavailableException("The database could not be read.", failure);
        }
    }

    private async Task WriteAllAsync()
    {
        var batch = new AppendBatch(_options.MaxBatch);
        Session? session = null;
        var failures = 0;
        while (batch.HasNext || await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            batch.Fill(_queue.Reader);
            if (batch.Appends.Count == 0)
            {
                continue;
            }

            (session, var failure) = await WriteBatchAsync(batch.Appends, session);
            if (failure is not null)
            {
                await PauseAsync(failure, batch.Appends.Count, ++failures);
            }
            else if (failures > 0)
            {
                LogRecovered(_logger, failures);
                failures = 0;
            }
        }

        await CloseAsync(session);
    }

    /// <summary>Whatever goes wrong is told to the callers of this batch. The loop may not end, or every later caller would wait for ever.</summary>
    /// <returns>The session for the next batch; null where it has to open one.</returns>
    private async Task<(Session? Session, Exception? Failure)> WriteBatchAsync(IReadOnlyList<PendingAppend> batch, Session? session)
    {
        using var commit = _metrics.Begin(batch);
        try
        {
            session = await RenewAsync(session);
            await session.Writer.WriteAsync(batch, 0, batch.Count);
            return (session, null);
        }
        catch (Exception failure)
        {
            Interlocked.Increment(ref _breaks);
            await CloseAsync(session);
            foreach (var append in batch)
            {
                append.Fail(AppendOutcome.Failed, "The database failed.", failure);
            }

            return (null, failure);
        }
    }

    /// <summary>Once one writer lost its connection the others do not trust theirs: a server that restarted costs one batch, not one for each writer.</summary>
    private async Task<Session> RenewAsync(Session? session)
    {
        var breaks = Volatile.Read(ref _breaks);
        if (session is { } open && open.Breaks == breaks)
        {
            return open;
        }

        await CloseAsync(session);
        return new Session(await PostgresIncidentWriter.OpenAsync(_database, _options.WriteTimeout), breaks);
    }

    private static ValueTask CloseAsync(Session? session) => session?.Writer.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Appends go on queueing meanwhile, so that a database that is down costs its callers this pause and not a time-out each.</summary>
    private async Task PauseAsync(Exception failure, int appends, int failures)
    {
        var pause = _options.LongestPause * Math.Min(1, Math.Pow(2, Math.Min(failures - 1, 10)) / 20);
        LogBatchFailed(_logger, failure, appends, pause);
        await Task.Delay(pause, TimeProvider.System, _closing.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    private static NpgsqlCommand OfIncident(string sql, IncidentId id)
    {
        var query = new NpgsqlCommand(sql);
        query.Parameters.Add(new NpgsqlParameter<Guid>("id", NpgsqlDbType.Uuid) { TypedValue = id.Value });
        return query;
    }

    /// <param name="Breaks">How many connections had been lost when it was opened.</param>
    private sealed record Session(PostgresIncidentWriter Writer, int Breaks);
}
