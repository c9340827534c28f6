using System.Collections.Immutable;
using System.Text;
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
        var branches = ListBranch.Of(filter);
        var parts = branches.SelectMany((branch, i) => PartsOf(filter, branch).Select(start => PartOf(command, filter, branch, start, i))).ToList();
        var order = filter.Span is { Skip: > 0 } ? IncidentListSql.OrderSkipping : IncidentListSql.Order;
        command.CommandText = (branches, filter.Overdue) switch
        {
            ([], _) => $"{IncidentListSql.Select}{IncidentListSql.Nothing}{order}",
            ([var only], not true) when only.Party is null => $"{IncidentListSql.Select}{Conditions(command, filter, only, 0, IncidentListSql.After)}{order}",
            ([_], true) => $"{IncidentListSql.SelectOverdue}{string.Join(IncidentListSql.Both, parts)}{IncidentListSql.PartsEnd}{order}",
            (_, true) => $"{IncidentListSql.SelectOverdue}{string.Join(IncidentListSql.Either, parts)}{IncidentListSql.PartsEnd}{order}",
            _ => $"{IncidentListSql.SelectParts}{string.Join(IncidentListSql.Either, parts)}{IncidentListSql.PartsEnd}{order}",
        };
        Set(command, "@limit", filter.Limit);
        Set(command, "@reach", filter.Limit + (filter.Span?.Skip ?? 0));
    }

    /// <summary>What each part of a branch begins with: closed ones and open ones that are overdue have an index each.</summary>
    private static IEnumerable<string> PartsOf(IncidentFilter filter, ListBranch branch) => filter switch
    {
        { Overdue: true, Phase: null } => [IncidentListSql.ClosedLate, IncidentListSql.OpenOverdue],
        { Overdue: true, Phase: IncidentPhase.Closed } => [IncidentListSql.ClosedLate],
        { Overdue: true } => [IncidentListSql.OpenOverdue],
        _ => [branch.Party is null ? IncidentListSql.ByPlace : IncidentListSql.ByParty],
    };

    private static string PartOf(SqliteCommand command, IncidentFilter filter, ListBranch branch, string start, int number)
    {
        var isByParty = start == IncidentListSql.ByParty;
        var sql = new StringBuilder(start);
        if (branch.Party is { } party)
        {
            sql.Append(isByParty ? IncidentListSql.OfParty(number) : IncidentListSql.OverdueOfParty(number));
            Set(command, $"@party_{number}", party);
        }

        return sql
            .Append(Conditions(command, filter, branch, number, isByParty ? IncidentListSql.AfterParty : IncidentListSql.After))
            .Append(isByParty ? IncidentListSql.PartyPartEnd : IncidentListSql.PartEnd)
            .ToString();
    }

    /// <summary>The conditions of a filter and a branch apart from its party; their parameters are added to the command.</summary>
    private static string Conditions(SqliteCommand command, IncidentFilter filter, ListBranch branch, int number, string behind)
    {
        const int county = 6;
        var sql = new StringBuilder();
        Add(branch.GridsOnly, IncidentListSql.GridsOnly);
        var under = branch.Prefix?.Length <= county ? IncidentListSql.UnderWide(number) : IncidentListSql.Under(number);
        Add(branch.Prefix is not null, under, ($"@place_from_{number}", branch.Prefix), ($"@place_to_{number}", BehindPrefix(branch.Prefix)));
        Add(filter.Grid is not null, IncidentListSql.Grid, ("@grid", filter.Grid?.ToString()));
        Add(filter.Phase is not null, IncidentListSql.Phase, ("@phase", filter.Phase?.ToString()));
        Add(filter.Item is not null, IncidentListSql.Item, ("@item_code", filter.Item?.ToString()));
        Add(filter.Overdue is not null, filter.Overdue is false ? IncidentListSql.NotOverdue : "", ("@now", StoredInstant.AtOrAfter(filter.Now)));
        if (filter.After is { } after)
        {
            Add(true, behind, ("@after_reported_at", StoredInstant.Of(after.ReportedAt)), ("@after_id", StoredId.Of(after.Id)));
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
                Set(command, name, value);
            }
        }
    }

    /// <summary>A parameter may be in several parts.</summary>
    internal static void Set(SqliteCommand command, string name, object? value)
    {
        if (!command.Parameters.Contains(name))
        {
            command.Parameters.AddWithValue(name, value);
        }
    }

    /// <summary>The first text after everything that starts with a prefix: its last digit counted up. ':' follows '9'.</summary>
    private static string? BehindPrefix(string? prefix) => prefix is null ? null : prefix[..^1] + (char)(prefix[^1] + 1);
}
