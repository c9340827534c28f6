using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Orleans.Storage;
using Peers.IdiomaticOrleans;

// Orleans as its documentation shows it: a grain per incident, its state in AdoNet storage, one reminder for its deadline.
// Tuned, it has the product's own tables for Orleans, and Orleans' binary serialiser instead of the storage's default.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var connection = builder.Configuration.GetConnectionString("Bench")!;
var isTuned = builder.Configuration.GetValue<bool>("Tuned");
await OrleansTables.CreateAsync(connection, isTuned ? "tuned/" : "documented/");
builder.Services.AddSingleton(TimeProvider.System).AddSingleton<ConcurrentQueue<FiredDeadline>>();
builder.UseOrleans(silo => silo
    .UseLocalhostClustering(builder.Configuration.GetValue<int>("SiloPort"), builder.Configuration.GetValue<int>("GatewayPort"))
    .AddAdoNetGrainStorageAsDefault(storage => storage.Configure<IServiceProvider>((o, services) =>
    {
        (o.Invariant, o.ConnectionString) = ("Npgsql", connection);
        o.GrainStorageSerializer = isTuned ? ActivatorUtilities.CreateInstance<OrleansGrainStorageSerializer>(services) : o.GrainStorageSerializer;
    }))
    .UseAdoNetReminderService(reminders => (reminders.Invariant, reminders.ConnectionString) = ("Npgsql", connection)));
var app = builder.Build();
app.MapGet("/health/ready", () => TypedResults.Ok());
app.MapGet("/fired", (ConcurrentQueue<FiredDeadline> fired) => TypedResults.Ok(fired.ToArray()));
app.MapPost("/v1/incidents", async (ReportBody report, IGrainFactory grains, TimeProvider clock) =>
{
    var id = Guid.CreateVersion7(clock.GetUtcNow());
    return TypedResults.Created($"/v1/incidents/{id}", await grains.GetGrain<IIncidentGrain>(id).ReportAsync(report));
});
app.MapPost("/v1/incidents/{id}/{step}", async Task<Results<Ok<IncidentState>, Conflict>> (Guid id, string step, StepBody body, IGrainFactory grains) =>
    await grains.GetGrain<IIncidentGrain>(id).StepAsync(step, body.Result) is { } incident ? TypedResults.Ok(incident) : TypedResults.Conflict());
await app.RunAsync();

internal static class OrleansTables
{
    public static async Task CreateAsync(string connection, string folder)
    {
        await using var database = NpgsqlDataSource.Create(connection);
        var exist = await database.CreateCommand("SELECT to_regclass('orleansquery')::text").ExecuteScalarAsync() is string;
        foreach (var name in typeof(OrleansTables).Assembly.GetManifestResourceNames().Where(n => !exist && n.StartsWith(folder, StringComparison.Ordinal)).Order())
        {
            using var text = new StreamReader(typeof(OrleansTables).Assembly.GetManifestResourceStream(name)!);
            await database.CreateCommand(await text.ReadToEndAsync()).ExecuteNonQueryAsync();
        }
    }
}
