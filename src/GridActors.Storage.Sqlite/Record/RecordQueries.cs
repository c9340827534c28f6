using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;
using GridActors.Storage.Sqlite.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Record;

/// <summary>What both who writes checkpoints and who checks them read, on a connection of the caller's.</summary>
internal static class RecordQueries
{
    public static FeedPosition ReadPosition(this SqliteConnection connection) =>
        connection.ReadAll(RecordSql.ReadPosition, r => r.ReadPosition(0)) is [var position, ..] ? position : FeedPosition.Start;

    public static ImmutableArray<RecordedEvent> ReadRecordedEvents(this SqliteConnection connection, FeedPosition after, int limit)
    {
        var page = connection.ReadAll(
            RecordSql.ReadEvents,
            r => (
                Event: new RecordedEvent(
                    r.ReadPosition(0),
                    r.IsDBNull(4) ? default : RecordCounty.Of(r.GetString(4)),
                    r.ReadInstant(3),
                    new CoveredEvent(StoredId.Read(r, 1), r.GetInt32(2), default)),
                Hash: r.ReadHash(5)),
            ("@after", after.Position),
            ("@limit", limit));
        var without = page.Where(e => e.Hash is null).Select(e => e.Event.Event.Id).Distinct()
            .SelectMany(id => RecordChain.Follow(id, connection.ReadRecordedRows(id)).Select(e => ((id, e.Row.Version), e.Hash)))
            .ToDictionary();
        return [.. page.Select(e => e.Event with { Event = e.Event.Event with { Hash = e.Hash ?? without[(e.Event.Event.Id, e.Event.Event.Version)] } })];
    }

    /// <summary>The events of an incident, in order of their versions.</summary>
    public static ImmutableArray<RecordedRow> ReadRecordedRows(this SqliteConnection connection, IncidentId id) => connection.ReadAll(
        RecordSql.ReadRows,
        r => new RecordedRow(r.GetInt32(0), r.GetString(1), r.GetFieldValue<byte[]>(2), r.ReadInstant(3), r.GetString(4), r.ReadHash(5)),
        ("@id", StoredId.Of(id)));

    public static ImmutableArray<Checkpoint> ReadCheckpoints(this SqliteConnection connection, DivisionCode county, int after, int limit) => connection.ReadAll(
        RecordSql.List, ReadCheckpoint, ("@county", county.ToString()), ("@after", after), ("@limit", limit));

    public static ImmutableArray<T> ReadAll<T>(this SqliteConnection connection, string sql, Func<SqliteDataReader, T> read, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        using var reader = command.ExecuteReader();
        var rows = ImmutableArray.CreateBuilder<T>();
        while (reader.Read())
        {
            rows.Add(read(reader));
        }

        return rows.ToImmutable();
    }

    /// <summary>The columns of <see cref="RecordSql.CheckpointColumns"/>.</summary>
    public static Checkpoint ReadCheckpoint(SqliteDataReader reader) => new(
        DivisionCode.TryParse(reader.GetString(0), out var county) ? county : default,
        reader.GetInt32(1),
        reader.ReadPosition(2),
        reader.ReadPosition(3),
        reader.GetInt32(4),
        reader.ReadHash(5) ?? RecordHash.None,
        reader.ReadHash(6) ?? RecordHash.None,
        reader.ReadInstant(7),
        reader.GetString(8),
        [.. reader.GetFieldValue<byte[]>(9)]);

    private static FeedPosition ReadPosition(this SqliteDataReader reader, int ordinal) => new(0, reader.GetInt64(ordinal));

    /// <summary>An instant that nobody can have stored comes as the first of all.</summary>
    private static DateTimeOffset ReadInstant(this SqliteDataReader reader, int ordinal)
    {
        var stored = reader.GetInt64(ordinal);
        return stored >= DateTimeOffset.MinValue.ToUnixTimeMilliseconds() && stored <= DateTimeOffset.MaxValue.ToUnixTimeMilliseconds()
            ? StoredInstant.Read(stored)
            : DateTimeOffset.MinValue;
    }

    private static RecordHash? ReadHash(this SqliteDataReader reader, int ordinal) =>
        reader.IsDBNull(ordinal) ? null : RecordHash.ReadStored(reader.GetFieldValue<byte[]>(ordinal));
}
