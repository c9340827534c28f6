using System.Collections.Immutable;
using System.Globalization;
using GridActors.Core.Divisions;
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
        if (filter.Overdue is not true)
        {
            AddFilters(query, filter);
            query.Add(filter.Overdue is false, IncidentListSql.NotOverdue, ("now", StoredInstant.AtOrAfter(filter.Now)));
        }
        else
        {
            AddOverdue(query, filter);
        }

        query.Add(filter.Span is not { Skip: > 0 }, IncidentListSql.Order, ("limit", filter.Limit));
        query.Add(filter.Span is { Skip: > 0 }, IncidentListSql.OrderSkipping, ("limit", filter.Limit), ("skip", filter.Span?.Skip));
        return query.Build();
    }

    private static void AddOverdue(QueryBuilder query, IncidentFilter filter)
    {
        var isBoth = filter.Phase is null;
        query.Add(isBoth, IncidentListSql.FirstOfTwo);
        if (isBoth || filter.Phase is IncidentPhase.Closed)
        {
            query.Add(true, IncidentListSql.ClosedLate);
            AddFilters(query, filter);
        }

        query.Add(isBoth, IncidentListSql.SecondOfTwo);
        if (filter.Phase is not IncidentPhase.Closed)
        {
            query.Add(true, IncidentListSql.OpenOverdue, ("now", StoredInstant.AtOrAfter(filter.Now)));
            AddFilters(query, filter);
        }

        query.Add(isBoth, IncidentListSql.EndOfTwo);
    }

    private static void AddFilters(QueryBuilder query, IncidentFilter filter)
    {
        if (filter.Under is { } division)
        {
            AddDivision(query, division);
        }

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
            query.Add(true, IncidentListSql.After, ("after_reported_at", StoredInstant.Of(after.ReportedAt)), ("after_id", after.Id.Value));
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

    private static void AddDivision(QueryBuilder query, DivisionCode division)
    {
        var (first, last) = Townships(division.Prefix);
        query.Add(division.Level is DivisionLevel.County or DivisionLevel.Prefecture, IncidentListSql.UnderCounty, ("township_from", first), ("township_to", last));
        query.Add(division.Level == DivisionLevel.Township, IncidentListSql.UnderTownship, ("township", first));
        query.Add(division.Level == DivisionLevel.Village, IncidentListSql.UnderVillage, ("township", first), ("place_from", division.Prefix), ("place_to", BehindPrefix(division.Prefix)));
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
