// The limit of the web server: the same route, answered with an empty 201. It reads, checks and stores nothing.
var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.SetMinimumLevel(LogLevel.Warning);
var app = builder.Build();
app.MapGet("/health/ready", () => TypedResults.Ok());
app.MapPost("/v1/incidents", static context =>
{
    context.Response.StatusCode = StatusCodes.Status201Created;
    return Task.CompletedTask;
});
await app.RunAsync();
