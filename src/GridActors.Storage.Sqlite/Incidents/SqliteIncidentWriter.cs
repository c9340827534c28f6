using GridActors.Storage.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Incidents;

/// <summary>The write connection with its prepared commands. After any exception it is of no use any more and has to be disposed.</summary>
internal sealed class SqliteIncidentWriter : IDisposable
{
    private const int Constraint = 19;
    private const int TooBig = 18;

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _begin;
    private readonly SqliteCommand _commit;
    private readonly SqliteCommand _savepoint;
    private readonly SqliteCommand _release;
    private readonly SqliteCommand _rollBackTo;
    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _update;
    private readonly SqliteCommand _insertEvent;
    private readonly SqliteCommand _forgetParties;
    private readonly SqliteCommand _insertParty;

    /// <exception cref="SqliteException">The database cannot be opened, or has not been migrated.</exception>
    public SqliteIncidentWriter(SqliteDatabase database)
    {
        _connection = database.OpenUnpooled();
        _begin = Prepare(DatabaseSql.BeginWrite);
        _commit = Prepare(DatabaseSql.Commit);
        _savepoint = Prepare(IncidentSql.Savepoint);
        _release = Prepare(IncidentSql.Release);
        _rollBackTo = Prepare(IncidentSql.RollBackTo);
        _insert = Prepare(IncidentSql.Insert);
        _update = Prepare(IncidentSql.Update);
        _insertEvent = Prepare(IncidentSql.InsertEvent);
        _forgetParties = Prepare(IncidentSql.ForgetParties);
        _insertParty = Prepare(IncidentSql.InsertParty);
    }

    /// <summary>Writes a batch in one transaction and notes the result on each append. Durable when it returns.</summary>
    /// <exception cref="SqliteException">Nothing of the batch was written, or, if the commit failed, it is unknown.</exception>
    public void Write(IReadOnlyList<PendingAppend> batch)
    {
        _begin.ExecuteNonQuery();
        foreach (var append in batch)
        {
            WriteOne(append);
        }

        _commit.ExecuteNonQuery();
    }

    /// <summary>An open transaction is rolled back by closing.</summary>
    public void Dispose()
    {
        foreach (var command in (SqliteCommand[])[_begin, _commit, _savepoint, _release, _rollBackTo, _insert, _update, _insertEvent, _forgetParties, _insertParty])
        {
            command.Dispose();
        }

        _connection.Dispose();
    }

    private void WriteOne(PendingAppend append)
    {
        _savepoint.ExecuteNonQuery();
        try
        {
            append.Result = WriteHead(append) == 1 ? AppendResult.Appended : AppendResult.Conflict;
            if (append.Result == AppendResult.Appended)
            {
                WriteEvents(append);
                WriteParties(append);
            }

            _release.ExecuteNonQuery();
        }
        catch (SqliteException refusal) when (refusal.SqliteErrorCode is Constraint or TooBig)
        {
            append.Refusal = refusal;
            _rollBackTo.ExecuteNonQuery();
        }
    }

    private int WriteHead(PendingAppend append)
    {
        var command = append.ExpectedVersion == 0 ? _insert : _update;
        var (state, row) = (append.Head.State, append.Head);
        Set(command, "@id", row.Id);
        Set(command, "@version", state.Version);
        Set(command, "@phase", state.Phase.ToString());
        Set(command, "@outcome", state.Outcome is { } outcome ? outcome.ToString() : null);
        Set(command, "@place_code", state.Place.PlaceCode);
        Set(command, "@holder_tier", state.Holder.Tier.ToString());
        Set(command, "@holder_code", state.Holder.PlaceCode);
        Set(command, "@handle_due_at", row.HandleDueAt);
        Set(command, "@closed_at", row.ClosedAt);
        Set(command, "@due_at", row.DueAt);
        Set(command, "@due_kind", state.NextDeadline is { } deadline ? deadline.Kind.ToString() : null);
        Set(command, "@is_provisional", state.IsProvisional ? 1 : 0);
        Set(command, "@state", row.Json);
        if (command == _update)
        {
            Set(command, "@expected_version", append.ExpectedVersion);
            return command.ExecuteNonQuery();
        }

        Set(command, "@tracking_code", state.TrackingCode.ToString());
        Set(command, "@severity", (int)state.Item.Severity);
        Set(command, "@item_code", state.Item.Code.ToString());
        Set(command, "@reported_at", row.ReportedAt);
        Set(command, "@clock_slot", state.Id.ClockSlot);
        return command.ExecuteNonQuery();
    }

    private void WriteEvents(PendingAppend append)
    {
        for (var i = 0; i < append.Events.Length; i++)
        {
            var row = append.Events[i];
            Set(_insertEvent, "@id", append.Head.Id);
            Set(_insertEvent, "@version", row.Version);
            Set(_insertEvent, "@kind", row.Kind);
            Set(_insertEvent, "@body", row.Body);
            Set(_insertEvent, "@at", append.EventsAt[i]);
            Set(_insertEvent, "@actor", row.Actor);
            Set(_insertEvent, "@hash", row.Hash.ToBytes());
            _insertEvent.ExecuteNonQuery();
        }
    }

    private void WriteParties(PendingAppend append)
    {
        if (append.Parties is not { } parties)
        {
            return;
        }

        if (append.ExpectedVersion > 0)
        {
            Set(_forgetParties, "@id", append.Head.Id);
            _forgetParties.ExecuteNonQuery();
        }

        foreach (var party in parties)
        {
            Set(_insertParty, "@id", append.Head.Id);
            Set(_insertParty, "@party", party);
            Set(_insertParty, "@listed_at", append.Head.ReportedAt);
            _insertParty.ExecuteNonQuery();
        }
    }

    /// <summary>Parameters are created on first use and keep their place afterwards.</summary>
    private static void Set(SqliteCommand command, string name, object? value)
    {
        var index = command.Parameters.IndexOf(name);
        if (index < 0)
        {
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
            return;
        }

        command.Parameters[index].Value = value ?? DBNull.Value;
    }

    private SqliteCommand Prepare(string sql)
    {
        var command = _connection.CreateCommand();
        command.CommandText = sql;
        return command;
    }
}
