using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;
using Npgsql;
using NpgsqlTypes;

namespace GridActors.Storage.Postgres.Incidents;

/// <summary>Never prepared: what the best index is depends on which division or item is asked for.</summary>
public sealed class PostgresIncidentList(PostgresDatabase database) : IIncidentList
{
    private const int MaxLimit = 500;
    private const int MaxProvisionalLimit = 10_000;

    public async Task<ImmutableArray<Incident>> ListAsync(IncidentFilter filter, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filter.Limit, MaxLimit);
        await using var query = Select(filter);
        return await ReadStatesAsync(query, ct);
    }

    public async Task<Incident?> FindByTrackingCodeAsync(TrackingCode code, CancellationToken ct)
    {
        await using var query = new NpgsqlCommand(IncidentSql.FindByTrackingCode);
        query.Parameters.Add(new NpgsqlParameter<string>("tracking_code", NpgsqlDbType.Text) { TypedValue = code.ToString() });
        return await database.ReadAsync(
            query,
            isPrepared: true,
            async reader => await reader.ReadAsync(ct) ? IncidentFormat.Read(reader.GetFieldValue<byte[]>(0)) : null,
            ct);
    }

    /// <param name="limit">1 to 10,000.</param>
    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task<ImmutableArray<IncidentId>> ListProvisionalAsync(IncidentId? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxProvisionalLimit);
        await using var query = new NpgsqlCommand(IncidentSql.ListProvisional);
        query.Parameters.Add(new NpgsqlParameter("after", NpgsqlDbType.Uuid) { Value = (object?)after?.Value ?? DBNull.Value });
        query.Parameters.Add(new NpgsqlParameter<int>("limit", NpgsqlDbType.Integer) { TypedValue = limit });
        return await database.ReadAsync(
            query,
            isPrepared: false,
            async reader =>
            {
                var ids = ImmutableArray.CreateBuilder<IncidentId>();
                while (await reader.ReadAsync(ct))
                {
                    ids.Add(new IncidentId(reader.GetGuid(0)));
                }

                return ids.ToImmutable();
            },
            ct);
    }

    /// <exception cref="JournalUnavailableException">The store failed.</exception>
    public async Task<ImmutableArray<Incident>> ListOpenAsync(GridCode grid, IncidentId? after, int limit, CancellationToken ct)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, MaxLimit);
        await using var query = new NpgsqlCommand(IncidentListSql.ListOpen);
        query.Parameters.Add(new NpgsqlParameter<int>("township", NpgsqlDbType.Integer) { TypedValue = Townships(grid.Village.Prefix).First });
        query.Parameters.Add(new NpgsqlParameter<string>("grid", NpgsqlDbType.Text) { TypedValue = grid.ToString() });
        query.Parameters.Add(new NpgsqlParameter("after", NpgsqlDbType.Uuid) { Value = (object?)after?.Value ?? DBNull.Value });
        query.Parameters.Add(new NpgsqlParameter<int>("limit", NpgsqlDbType.Integer) { TypedValue = limit });
        return await ReadStatesAsync(query, ct);
    }

    internal static NpgsqlCommand Select(IncidentFilter filter)
    {
        var query = new QueryBuilder(filter.Overdue is true ? IncidentListSql.SelectOverdue : IncidentListSql.Select);
        var branches = ListBranch.Of(filter);
        var parts = branches.SelectMany((branch, i) => PartsOf(filter, branch).Select(start => (Branch: branch, Start: start, Number: i))).ToList();
        for (var i = 0; i < parts.Count; i++)
        {
            query.Add(i > 0, branches.Length > 1 ? IncidentListSql.Either : IncidentListSql.Both);
            query.Add(parts.Count > 1, IncidentListSql.PartStart);
            AddPart(query, filter, parts[i].Branch, parts[i].Start, parts[i].Number);
            query.Add(parts.Count > 1, parts[i].Start == IncidentListSql.ByParty ? IncidentListSql.PartyPartEnd : IncidentListSql.PartEnd, ("reach", filter.Limit + (filter.Span?.Skip ?? 0)));
        }

        query.Add(parts.Count == 0, IncidentListSql.Nothing);
        query.Add(filter.Span is not { Skip: > 0 }, IncidentListSql.Order, ("limit", filter.Limit));
        query.Add(filter.Span is { Skip: > 0 }, IncidentListSql.OrderSkipping, ("limit", filter.Limit), ("skip", filter.Span?.Skip));
        return query.Build();
    }

    /// <summary>What each part of a branch begins with: closed ones and open ones that are overdue have an index each.</summary>
    private static IEnumerable<string> PartsOf(IncidentFilter filter, ListBranch branch) => filter switch
    {
        { Overdue: true, Phase: null } => [IncidentListSql.ClosedLate, IncidentListSql.OpenOverdue],
        { Overdue: true, Phase: IncidentPhase.Closed } => [IncidentListSql.ClosedLate],
        { Overdue: true } => [IncidentListSql.OpenOverdue],
        _ => [branch.Party is null ? IncidentListSql.ByPlace : IncidentListSql.ByParty],
    };

    private static void AddPart(QueryBuilder query, IncidentFilter filter, ListBranch branch, string start, int number)
    {
        query.Add(true, start);
        query.Add(filter.Overdue is not null, filter.Overdue is false ? IncidentListSql.NotOverdue : "", ("now", StoredInstant.AtOrAfter(filter.Now)));
        query.Add(branch.Party is not null, start == IncidentListSql.ByParty ? IncidentListSql.OfParty(number) : IncidentListSql.OverdueOfParty(number), ($"party_{number}", branch.Party));
        query.Add(branch.GridsOnly, IncidentListSql.GridsOnly);
        if (branch.Prefix is { } prefix)
        {
            AddPlace(query, prefix, number);
        }

        AddFilters(query, filter, start == IncidentListSql.ByParty ? IncidentListSql.AfterParty : IncidentListSql.After);
    }

    private static void AddFilters(QueryBuilder query, IncidentFilter filter, string behind)
    {
        if (filter.Grid is { } grid)
        {
            query.Add(true, IncidentListSql.Grid, ("grid_township", Townships(grid.Village.Prefix).First), ("grid", grid.ToString()));
        }

        query.Add(filter.Phase is not null and not IncidentPhase.Closed, IncidentListSql.OpenPhase, ("phase", filter.Phase?.ToString()));
        query.Add(filter.Phase is IncidentPhase.Closed, IncidentListSql.Closed);
        query.Add(filter.Item is not null, IncidentListSql.Item, ("item_code", filter.Item?.ToString()));
        SpanFilters.Add(query, filter.Span);
        if (filter.After is { } after)
        {
            query.Add(true, behind, ("after_reported_at", StoredInstant.Of(after.ReportedAt)), ("after_id", after.Id.Value));
        }
    }

    private Task<ImmutableArray<Incident>> ReadStatesAsync(NpgsqlCommand query, CancellationToken ct) => database.ReadAsync(
        query,
        isPrepared: false,
        async reader =>
        {
            var incidents = ImmutableArray.CreateBuilder<Incident>();
            while (await reader.ReadAsync(ct))
            {
                incidents.Add(IncidentFormat.Read(reader.GetFieldValue<byte[]>(0)));
            }

            return incidents.ToImmutable();
        },
        ct);

    /// <param name="prefix">Of a prefecture or county up to six digits, of a township nine, of a village or grid more.</param>
    private static void AddPlace(QueryBuilder query, string prefix, int part)
    {
        const int township = 9;
        var (first, last) = Townships(prefix);
        query.Add(prefix.Length < township, IncidentListSql.UnderCounty(part), ($"township_from_{part}", first), ($"township_to_{part}", last));
        query.Add(prefix.Length == township, IncidentListSql.UnderTownship(part), ($"township_{part}", first));
        query.Add(prefix.Length > township, IncidentListSql.UnderVillage(part), ($"township_{part}", first), ($"place_from_{part}", prefix), ($"place_to_{part}", BehindPrefix(prefix)));
    }

    /// <summary>The first and last township code, nine digits, that starts with a prefix.</summary>
    private static (int First, int Last) Townships(string prefix)
    {
        var digits = prefix.Length > 9 ? prefix[..9] : prefix;
        return (int.Parse(digits.PadRight(9, '0'), CultureInfo.InvariantCulture), int.Parse(digits.PadRight(9, '9'), CultureInfo.InvariantCulture));
    }

    /// <summary>The first text after everything that starts with a prefix: its last digit counted up. ':' follows '9'.</summary>
    private static string BehindPrefix(string prefix) => prefix[..^1] + (char)(prefix[^1] + 1);
}
