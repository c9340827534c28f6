using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Peers.Shared;
using Npgsql;
using NpgsqlTypes;

// The limit of the database: a few connections that do nothing but insert rows by the hundred, in one prepared statement.
// Arguments: connection string, seconds. Prints the rows a second after a warm-up of one second.
const int Writers = 3;
const int RowsPerStatement = 400;

await using var database = NpgsqlDataSource.Create(args[0]);
var seconds = double.Parse(args[1], CultureInfo.InvariantCulture);
using (var text = new StreamReader(typeof(Program).Assembly.GetManifestResourceStream("incident.sql")!))
{
    await using var create = database.CreateCommand(await text.ReadToEndAsync());
    await create.ExecuteNonQueryAsync();
}

await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteAsync(TimeSpan.FromSeconds(1))));
var watch = Stopwatch.StartNew();
var rows = await Task.WhenAll(Enumerable.Range(0, Writers).Select(_ => WriteAsync(TimeSpan.FromSeconds(seconds))));
Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{rows.Sum() / watch.Elapsed.TotalSeconds:F0}"));

async Task<long> WriteAsync(TimeSpan duration)
{
    var written = 0L;
    await using var connection = await database.OpenConnectionAsync();
    for (var watch = Stopwatch.StartNew(); watch.Elapsed < duration;)
    {
        await using var insert = new NpgsqlCommand(RawSql.Insert, connection);
        AddRows(insert.Parameters);
        await insert.ExecuteNonQueryAsync();
        written += RowsPerStatement;
    }

    return written;
}

static void AddRows(NpgsqlParameterCollection parameters)
{
    var report = new ReportBody("0102", "652390001001001", "A cover by the school gate is chipped and rattles when cars pass over it; it was reported last week too.");
    var rows = Enumerable.Range(0, RowsPerStatement).Select(_ => IncidentDocument.Reported(report, TimeProvider.System.GetUtcNow())).ToArray();
    string[] states = [.. rows.Select(row => Encoding.UTF8.GetString(JsonSerializer.SerializeToUtf8Bytes(row, PeerJson.Default.IncidentDocument)))];
    parameters.Add(new() { Value = rows.Select(r => r.Id).ToArray() });
    parameters.Add(new() { Value = rows.Select(r => r.TrackingCode).ToArray() });
    parameters.Add(new() { Value = rows.Select(r => r.Phase).ToArray() });
    parameters.Add(new() { Value = rows.Select(r => r.Severity).ToArray() });
    parameters.Add(new() { Value = rows.Select(r => r.ItemCode).ToArray() });
    parameters.Add(new() { Value = rows.Select(r => r.GridCode).ToArray() });
    parameters.Add(new() { Value = rows.Select(r => r.Holder.Tier).ToArray() });
    parameters.Add(new() { Value = rows.Select(r => r.Holder.Code).ToArray() });
    parameters.Add(new() { Value = rows.Select(r => r.ReportedAt).ToArray() });
    parameters.Add(new() { Value = rows.Select(r => r.AcceptDueAt).ToArray() });
    parameters.Add(new() { Value = states, NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb });
}

internal static class RawSql
{
    public const string Insert = """
        -- Raw.Insert: both rows of every report, no version check, nothing to conflict with
        WITH batch AS (
            SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::timestamptz[], $10::timestamptz[], $11::jsonb[])
                AS t(id, tracking_code, phase, severity, item_code, place_code, holder_tier, holder_code, reported_at, due_at, state)),
        reported AS (
            INSERT INTO incident (id, tracking_code, version, phase, severity, item_code, place_code, holder_tier, holder_code, reported_at, due_at, state)
            SELECT id, tracking_code, 1, phase, severity, item_code, place_code, holder_tier, holder_code, reported_at, due_at, state FROM batch)
        INSERT INTO incident_event (id, version, kind, body, at, actor)
        SELECT id, 1, 'incident.reported.v1', state, reported_at, 'requester' FROM batch
        """;
}
