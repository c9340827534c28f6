using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Peers.Shared;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using NpgsqlTypes;
using Quartz;

// Deadlines by Quartz.NET on its PostgreSQL store: one trigger per incident, and a job that writes the escalation.
const int Threads = 32;
var builder = WebApplication.CreateBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
builder.Services.ConfigureHttpJsonOptions(json => json.SerializerOptions.TypeInfoResolverChain.Insert(0, PeerJson.Default));
var connection = builder.Configuration.GetConnectionString("Bench")!;
await using var database = NpgsqlDataSource.Create(connection);
await QuartzSql.CreateTablesAsync(database);
builder.Services.AddSingleton(database).AddSingleton(TimeProvider.System).AddSingleton<ConcurrentQueue<FiredDeadline>>();
builder.AddQuartz(quartz => quartz
    .ConfigureScheduler(scheduler => scheduler.IdleWaitTime = TimeSpan.FromSeconds(1))
    .UseDefaultThreadPool(Threads)
    .UsePersistentStore(store => store
        .UsePostgres(connection)
        .ProvisionSchema()
        .ConfigureStore(options => options.MisfireThreshold = TimeSpan.FromHours(1))));
builder.AddQuartzHostedService(_ => { });
var app = builder.Build();
app.MapGet("/health/ready", () => TypedResults.Ok());
app.MapGet("/fired", (ConcurrentQueue<FiredDeadline> fired) => TypedResults.Ok(fired.ToArray()));
app.MapPost("/v1/incidents", ReportEndpoint.ReportAsync);
await app.RunAsync();

internal static class ReportEndpoint
{
    public static async Task<Created<IncidentDocument>> ReportAsync(
        ReportBody report, NpgsqlDataSource database, ISchedulerFactory schedulers, TimeProvider clock, CancellationToken ct)
    {
        var incident = IncidentDocument.Reported(report, clock.GetUtcNow());
        await using var insert = database.CreateCommand(QuartzSql.Report);
        insert.Parameters.Add(new() { Value = incident.Id });
        insert.Parameters.Add(new() { Value = incident.TrackingCode });
        insert.Parameters.Add(new() { Value = incident.GridCode });
        insert.Parameters.Add(new() { Value = incident.Holder.Code });
        insert.Parameters.Add(new() { Value = incident.ReportedAt });
        insert.Parameters.Add(new() { Value = incident.AcceptDueAt });
        insert.Parameters.Add(new() { Value = JsonSerializer.SerializeToUtf8Bytes(incident, PeerJson.Default.IncidentDocument), NpgsqlDbType = NpgsqlDbType.Jsonb });
        await insert.ExecuteNonQueryAsync(ct);
        var job = JobBuilder.Create<EscalateJob>().WithIdentity(incident.Id.ToString())
            .UsingJobData("dueAt", incident.AcceptDueAt.ToString("O", CultureInfo.InvariantCulture)).Build();
        var trigger = TriggerBuilder.Create().WithIdentity(incident.Id.ToString()).StartAt(incident.AcceptDueAt).Build();
        await (await schedulers.GetScheduler(ct)).ScheduleJob(job, trigger, cancellationToken: ct);
        return TypedResults.Created($"/v1/incidents/{incident.Id}", incident);
    }
}

internal sealed class EscalateJob(NpgsqlDataSource database, ConcurrentQueue<FiredDeadline> fired, TimeProvider clock) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken = default)
    {
        var now = clock.GetUtcNow();
        await using var escalate = database.CreateCommand(QuartzSql.Escalate);
        escalate.Parameters.Add(new() { Value = Guid.Parse(context.JobDetail.Key.Name) });
        escalate.Parameters.Add(new() { Value = now });
        await escalate.ExecuteNonQueryAsync(cancellationToken);
        var due = DateTimeOffset.Parse((string)context.JobDetail.JobDataMap["dueAt"]!, CultureInfo.InvariantCulture);
        fired.Enqueue(new FiredDeadline(due, now));
    }
}

internal static class QuartzSql
{
    public const string Report = """
        -- Quartz.Report: row and event in one statement; the trigger is the scheduler's own transaction
        WITH reported AS (
            INSERT INTO incident (id, tracking_code, version, phase, severity, item_code, place_code, holder_tier, holder_code, reported_at, due_at, state)
            VALUES ($1, $2, 1, 'reported', 'S3', '0102', $3, 'township', $4, $5, $6, $7))
        INSERT INTO incident_event (id, version, kind, body, at, actor) VALUES ($1, 1, 'incident.reported.v1', $7, $5, 'requester')
        """;

    public const string Escalate = """
        -- Quartz.Escalate: one tier up, with its event, in one statement
        WITH escalated AS (
            UPDATE incident SET version = version + 1, holder_tier = 'county', holder_code = left(holder_code, 6) || '000000', due_at = $2 + interval '15 minutes'
            WHERE id = $1 AND phase = 'reported'
            RETURNING id, version, holder_code)
        INSERT INTO incident_event (id, version, kind, body, at, actor)
        SELECT id, version, 'incident.escalated.v1', jsonb_build_object('at', $2), $2, holder_code FROM escalated
        """;

    public static async Task CreateTablesAsync(NpgsqlDataSource database)
    {
        using var text = new StreamReader(typeof(QuartzSql).Assembly.GetManifestResourceStream("incident.sql")!);
        await using var create = database.CreateCommand(await text.ReadToEndAsync());
        await create.ExecuteNonQueryAsync();
    }
}
