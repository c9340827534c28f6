using System.Collections.Immutable;
using System.Text;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using Microsoft.Data.Sqlite;

namespace GridActors.Storage.Sqlite.Incidents;

public sealed class SqliteIncidentList(SqliteDatabase database) : IIncidentList
{
    private const int MaxLimit = 500;
    private const int MaxProvisionalLimit = 10_000;

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public Task<ImmutableArray<Incident>> ListAsync(IncidentFilter filter, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filter.Limit, MaxLimit);
        return database.ReadAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                Select(command, filter);
                return ReadStates(command);
            },
            ct);
    }

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public Task<Incident?> FindByTrackingCodeAsync(TrackingCode code, CancellationToken ct) => database.ReadAsync(
        connection =>
        {
            using var command = connection.CreateCommand();
            command.CommandText = IncidentSql.FindByTrackingCode;
            command.Parameters.AddWithValue("@tracking_code", code.ToString());
            using var reader = command.ExecuteReader();
            return reader.Read() ? IncidentFormat.Read(reader.GetFieldValue<byte[]>(0)) : null;
        },
        ct);

    /// <param name="limit">1 to 10,000.</param>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public Task<ImmutableArray<IncidentId>> ListProvisionalAsync(IncidentId? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxProvisionalLimit);
        return database.ReadAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = IncidentSql.ListProvisional;
                command.Parameters.AddWithValue("@after", after is { } id ? StoredId.Of(id) : DBNull.Value);
                command.Parameters.AddWithValue("@limit", limit);
                using var reader = command.ExecuteReader();
                var ids = ImmutableArray.CreateBuilder<IncidentId>();
                while (reader.Read())
                {
                    ids.Add(StoredId.Read(reader, 0));
                }

                return ids.ToImmutable();
            },
            ct);
    }

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public Task<ImmutableArray<Incident>> ListOpenAsync(GridCode grid, IncidentId? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        return database.ReadAsync(
            connection =>
            {
                using var command = connection.CreateCommand();
                command.CommandText = IncidentListSql.ListOpen;
                command.Parameters.AddWithValue("@grid", grid.ToString());
                command.Parameters.AddWithValue("@after", after is { } id ? StoredId.Of(id) : DBNull.Value);
                command.Parameters.AddWithValue("@limit", limit);
                return ReadStates(command);
            },
            ct);
    }

    private static ImmutableArray<Incident> ReadStates(SqliteCommand command)
    {
        using var reader = command.ExecuteReader();
        var incidents = ImmutableArray.CreateBuilder<Incident>();
        while (reader.Read())
        {
            incidents.Add(IncidentFormat.Read(reader.GetFieldValue<byte[]>(0)));
        }

        return incidents.ToImmutable();
    }

    private static void Select(SqliteCommand command, IncidentFilter filter)
    {
        var sql = new StringBuilder(filter.Overdue is true ? IncidentListSql.SelectOverdue : IncidentListSql.Select);
        var filters = Filters(command, filter);
        if (filter.Overdue is not null)
        {
            command.Parameters.AddWithValue("@now", StoredInstant.AtOrAfter(filter.Now));
        }

        sql.Append(filter switch
        {
            { Overdue: true, Phase: null } => $"{ClosedLate()}{IncidentListSql.Both}{OpenOverdue()}{IncidentListSql.OverdueEnd}",
            { Overdue: true, Phase: IncidentPhase.Closed } => $"{ClosedLate()}{IncidentListSql.OverdueEnd}",
            { Overdue: true } => $"{OpenOverdue()}{IncidentListSql.OverdueEnd}",
            { Overdue: false } => $"{filters}{IncidentListSql.NotOverdue}",
            _ => filters,
        });
        command.CommandText = sql.Append(filter.Span is { Skip: > 0 } ? IncidentListSql.OrderSkipping : IncidentListSql.Order).ToString();
        command.Parameters.AddWithValue("@limit", filter.Limit);

        string ClosedLate() => $"{IncidentListSql.ClosedLate}{filters}{IncidentListSql.BranchEnd}";
        string OpenOverdue() => $"{IncidentListSql.OpenOverdue}{filters}{IncidentListSql.BranchEnd}";
    }

    /// <summary>The conditions of a filter apart from overdue; their parameters are added to the command.</summary>
    private static string Filters(SqliteCommand command, IncidentFilter filter)
    {
        var sql = new StringBuilder();
        var under = filter.Under?.Level >= DivisionLevel.County ? IncidentListSql.UnderWide : IncidentListSql.Under;
        Add(filter.Under is not null, under, ("@place_from", filter.Under?.Prefix), ("@place_to", BehindPrefix(filter.Under?.Prefix)));
        Add(filter.Grid is not null, IncidentListSql.Grid, ("@grid", filter.Grid?.ToString()));
        Add(filter.Phase is not null, IncidentListSql.Phase, ("@phase", filter.Phase?.ToString()));
        Add(filter.Item is not null, IncidentListSql.Item, ("@item_code", filter.Item?.ToString()));
        if (filter.After is { } after)
        {
            Add(true, IncidentListSql.After, ("@after_reported_at", StoredInstant.Of(after.ReportedAt)), ("@after_id", StoredId.Of(after.Id)));
        }

        return sql.Append(SpanFilters.Add(command, filter.Span)).ToString();

        void Add(bool isAsked, string part, params ReadOnlySpan<(string Name, object? Value)> parameters)
        {
            if (!isAsked)
            {
                return;
            }

            sql.Append(part);
            foreach (var (name, value) in parameters)
            {
                command.Parameters.AddWithValue(name, value);
            }
        }
    }

    /// <summary>The first text after everything that starts with a prefix: its last digit counted up. ':' follows '9'.</summary>
    private static string? BehindPrefix(string? prefix) => prefix is null ? null : prefix[..^1] + (char)(prefix[^1] + 1);
}
