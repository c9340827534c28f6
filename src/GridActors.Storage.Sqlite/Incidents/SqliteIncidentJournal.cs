using System.Collections.Immutable;
using System.Threading.Channels;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;
using GridActors.Storage.Sqlite.Record;
using Microsoft.Extensions.Logging;

namespace GridActors.Storage.Sqlite.Incidents;

/// <summary>
/// Group commit: appends queue, one writer takes whatever is waiting and commits it together. A lone append waits for
/// nobody; under load one wait for the disk serves hundreds.
/// </summary>
public sealed partial class SqliteIncidentJournal : IIncidentJournal, IAsyncDisposable
{
    /// <summary>Bounds how long the write lock is held at a stretch.</summary>
    internal const int MaxBatch = 512;

    private readonly SqliteDatabase _database;
    private readonly JournalMetrics _metrics;
    private readonly ILogger<SqliteIncidentJournal> _logger;
    private readonly Channel<PendingAppend> _queue;
    private readonly Task _writing;
    private SqliteIncidentWriter? _writer;
    private volatile bool _isDisposed;

    public SqliteIncidentJournal(SqliteDatabase database, SqliteStorageOptions options, JournalMetrics metrics, ILogger<SqliteIncidentJournal> logger)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(options.QueueCapacity);
        _database = database;
        _metrics = metrics;
        _logger = logger;
        _queue = Channel.CreateBounded<PendingAppend>(new BoundedChannelOptions(options.QueueCapacity) { SingleReader = true });
        metrics.Watch(() => _queue.Reader.Count);
        _writing = Task.Run(WriteAllAsync);
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
            ObjectDisposedException.ThrowIf(_isDisposed, this);
            _metrics.Full(pending);
            throw new JournalFullException();
        }

        return await pending.Completion;
    }

    public Task<Incident?> FindAsync(IncidentId id, CancellationToken ct) => _database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = IncidentSql.Find;
            command.Parameters.AddWithValue("@id", StoredId.Of(id));
            using var reader = command.ExecuteReader();
            return reader.Read() ? IncidentFormat.Read(reader.GetFieldValue<byte[]>(0)) : null;
        },
        ct);

    public Task<IncidentHead?> LoadAsync(IncidentId id, CancellationToken ct) => _database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = IncidentSql.Load;
            command.Parameters.AddWithValue("@id", StoredId.Of(id));
            using var reader = command.ExecuteReader();
            if (!reader.Read())
            {
                return null;
            }

            var hash = reader.IsDBNull(1) ? null : RecordHash.ReadStored(reader.GetFieldValue<byte[]>(1));
            return new IncidentHead(IncidentFormat.Read(reader.GetFieldValue<byte[]>(0)), hash ?? RecordChain.HeadOf(id, connection.ReadRecordedRows(id)));
        },
        ct);

    public Task<ImmutableArray<IncidentEvent>> ReadEventsAsync(IncidentId id, CancellationToken ct) => _database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = IncidentSql.ReadEvents;
            command.Parameters.AddWithValue("@id", StoredId.Of(id));
            using var reader = command.ExecuteReader();
            var events = ImmutableArray.CreateBuilder<IncidentEvent>();
            while (reader.Read())
            {
                events.Add(IncidentEventKinds.Read(reader.GetString(0), reader.GetFieldValue<byte[]>(1)));
            }

            return events.ToImmutable();
        },
        ct);

    /// <summary>Takes no more appends and returns once those in the queue are written.</summary>
    public async ValueTask DisposeAsync()
    {
        _isDisposed = true;
        _queue.Writer.TryComplete();
        await _writing;
        _writer?.Dispose();
        _writer = null;
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<PendingAppend>(MaxBatch);
        while (await _queue.Reader.WaitToReadAsync(CancellationToken.None))
        {
            while (batch.Count < MaxBatch && _queue.Reader.TryRead(out var pending))
            {
                batch.Add(pending);
            }

            WriteBatch(batch);
            batch.Clear();
        }
    }

    /// <summary>Whatever goes wrong is told to the callers of this batch; the next one starts on a new connection. The loop may not end, or every later caller would wait for ever.</summary>
    private void WriteBatch(List<PendingAppend> batch)
    {
        using var commit = _metrics.Begin(batch);
        try
        {
            _writer ??= new SqliteIncidentWriter(_database);
            _writer.Write(batch);
        }
        catch (Exception failure)
        {
            LogBatchFailed(_logger, failure, batch.Count);
            _writer?.Dispose();
            _writer = null;
            batch.ForEach(append => append.Fail(AppendOutcome.Failed, failure));
            return;
        }

        batch.ForEach(append => append.Complete());
    }
}
