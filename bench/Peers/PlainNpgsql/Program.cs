using System.Text.Json;
using Peers.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using NpgsqlTypes;

// What most teams would write: ASP.NET Core, a pool, one prepared statement per request. No rules, no timers.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, PeerJson.Default));
await using var database = NpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Bench")!);
await PlainSql.CreateTablesAsync(database);
builder.Services.AddSingleton(database).AddSingleton(TimeProvider.System);
var app = builder.Build();
app.MapGet("/health/ready", () => TypedResults.Ok());
app.MapPost("/v1/incidents", PlainEndpoints.ReportAsync);
app.MapPost("/v1/incidents/{id}/accept", PlainEndpoints.AcceptAsync);
app.MapPost("/v1/incidents/{id}/result", PlainEndpoints.SubmitResultAsync);
app.MapPost("/v1/incidents/{id}/close", PlainEndpoints.CloseAsync);
await app.RunAsync();

internal static class PlainEndpoints
{
    public static async Task<Created<IncidentDocument>> ReportAsync(ReportBody report, NpgsqlDataSource database, TimeProvider clock, CancellationToken ct)
    {
        var incident = IncidentDocument.Reported(report, clock.GetUtcNow());
        await using var insert = database.CreateCommand(PlainSql.Report);
        insert.Parameters.Add(new() { Value = incident.Id });
        insert.Parameters.Add(new() { Value = incident.TrackingCode });
        insert.Parameters.Add(new() { Value = incident.Phase });
        insert.Parameters.Add(new() { Value = incident.Severity });
        insert.Parameters.Add(new() { Value = incident.ItemCode });
        insert.Parameters.Add(new() { Value = incident.GridCode });
        insert.Parameters.Add(new() { Value = incident.Holder.Tier });
        insert.Parameters.Add(new() { Value = incident.Holder.Code });
        insert.Parameters.Add(new() { Value = incident.ReportedAt });
        insert.Parameters.Add(new() { Value = incident.AcceptDueAt });
        insert.Parameters.Add(Json(JsonSerializer.SerializeToUtf8Bytes(incident, PeerJson.Default.IncidentDocument)));
        await insert.ExecuteNonQueryAsync(ct);
        return TypedResults.Created($"/v1/incidents/{incident.Id}", incident);
    }

    public static Task<Results<Ok<IncidentDocument>, Conflict>> AcceptAsync(Guid id, NpgsqlDataSource database, TimeProvider clock, CancellationToken ct) =>
        ChangeAsync(id, "reported", "accepted", result: null, database, clock, ct);

    public static Task<Results<Ok<IncidentDocument>, Conflict>> SubmitResultAsync(Guid id, ResultBody body, NpgsqlDataSource database, TimeProvider clock, CancellationToken ct) =>
        ChangeAsync(id, "accepted", "handled", body.Result, database, clock, ct);

    public static Task<Results<Ok<IncidentDocument>, Conflict>> CloseAsync(Guid id, NpgsqlDataSource database, TimeProvider clock, CancellationToken ct) =>
        ChangeAsync(id, "handled", "closed", result: null, database, clock, ct);

    private static async Task<Results<Ok<IncidentDocument>, Conflict>> ChangeAsync(
        Guid id, string from, string to, string? result, NpgsqlDataSource database, TimeProvider clock, CancellationToken ct)
    {
        await using var change = database.CreateCommand(PlainSql.Change);
        change.Parameters.Add(new() { Value = id });
        change.Parameters.Add(new() { Value = from });
        change.Parameters.Add(new() { Value = to });
        change.Parameters.Add(new() { Value = (object?)result ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Text });
        change.Parameters.Add(new() { Value = clock.GetUtcNow() });
        return await change.ExecuteScalarAsync(ct) is string state
            ? TypedResults.Ok(JsonSerializer.Deserialize(state, PeerJson.Default.IncidentDocument)!)
            : TypedResults.Conflict();
    }

    private static NpgsqlParameter Json(byte[] body) => new() { Value = body, NpgsqlDbType = NpgsqlDbType.Jsonb };
}

internal static class PlainSql
{
    public const string Report = """
        -- Plain.Report: row and event in one statement, so in one round trip and one commit
        WITH reported AS (
            INSERT INTO incident (id, tracking_code, version, phase, severity, item_code, place_code, holder_tier, holder_code, reported_at, due_at, state)
            VALUES ($1, $2, 1, $3, $4, $5, $6, $7, $8, $9, $10, $11))
        INSERT INTO incident_event (id, version, kind, body, at, actor) VALUES ($1, 1, 'incident.reported.v1', $11, $9, 'requester')
        """;

    public const string Change = """
        -- Plain.Change: the phase in the WHERE refuses a step that is out of order
        WITH changed AS (
            UPDATE incident
            SET phase = $3, version = version + 1,
                handle_due_at = CASE $3 WHEN 'accepted' THEN $5 + interval '4 hours' ELSE handle_due_at END,
                due_at = CASE $3 WHEN 'closed' THEN NULL ELSE $5 + interval '4 hours' END,
                closed_at = CASE $3 WHEN 'closed' THEN $5 END,
                state = state || jsonb_strip_nulls(jsonb_build_object('phase', $3, 'version', version + 1, 'result', $4))
            WHERE id = $1 AND phase = $2
            RETURNING id, version, state, holder_code),
        recorded AS (
            INSERT INTO incident_event (id, version, kind, body, at, actor)
            SELECT id, version, 'incident.' || $3 || '.v1', jsonb_build_object('at', $5, 'result', $4), $5, holder_code FROM changed)
        SELECT state::text FROM changed
        """;

    public static async Task CreateTablesAsync(NpgsqlDataSource database)
    {
        using var text = new StreamReader(typeof(PlainSql).Assembly.GetManifestResourceStream("incident.sql")!);
        await using var create = database.CreateCommand(await text.ReadToEndAsync());
        await create.ExecuteNonQueryAsync();
    }
}
