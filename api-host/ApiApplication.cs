using GridActors.ApiHost.Access;
using GridActors.ApiHost.Batches;
using GridActors.ApiHost.Catalogue;
using GridActors.ApiHost.Contacts;
using GridActors.ApiHost.Departments;
using GridActors.ApiHost.Divisions;
using GridActors.ApiHost.Grids;
using GridActors.ApiHost.Imports;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.Json;
using GridActors.ApiHost.Limits;
using GridActors.ApiHost.Measures;
using GridActors.ApiHost.Open311;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.ApiHost.Public;
using GridActors.ApiHost.Record;
using GridActors.ApiHost.Refusals;
using GridActors.ApiHost.Web;
using GridActors.ApiHost.Webhooks;
using GridActors.ApiHost.Workers;
using GridActors.Core.Access;
using GridActors.Hosting;
using GridActors.Hosting.Access;
using GridActors.Hosting.Health;
using GridActors.Hosting.Refusals;
using GridActors.Hosting.Telemetry;
using Microsoft.Extensions.Options;
using Orleans.Dashboard;
using Serilog;
using Serilog.Events;

namespace GridActors.ApiHost;

/// <summary>The HTTP API: with the whole product in the same process, or as a client of a cluster.</summary>
public static class ApiApplication
{
    /// <summary>Where it listens if nothing says otherwise: this machine only.</summary>
    private const string DefaultUrl = "http://127.0.0.1:5080";

    /// <summary>The largest JSON body. A report of 4,000 characters fits, however its characters are escaped.</summary>
    private const long MaxBodyBytes = 64 * 1024;

    /// <summary>Ready to run; on an embedded store takes the data directory's lock, which disposing gives back.</summary>
    /// <exception cref="GridActors.Hosting.Storage.DataDirectoryInUseException">Another process has the data directory.</exception>
    /// <exception cref="ConfigurationRefusedException">The configuration is refused.</exception>
    public static WebApplication Build(string[] args) => Build(args, _ => { });

    /// <param name="replaceServices">What stands in for services of the product, registered behind them.</param>
    internal static WebApplication Build(string[] args, Action<IServiceCollection> replaceServices)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, EnvironmentName = HostSettings.EnvironmentName });
        builder.AddLogging();
        builder.AddTelemetry();
        builder.AddAccess();
        builder.AddKnownProxies();
        builder.AddCrossOrigins();
        builder.AddRateLimits();
        builder.AddGridActors();
        builder.UseDefaultUrl(DefaultUrl);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
        });
        builder.Services
            .AddApiDocumentation()
            .AddOpen311(builder.Configuration)
            .AddTimeouts()
            .AddHealth(withRegion: true)
            .AddHostedService<StartupNotice>()
            .AddRefusalRecorder()
            .AddSingleton<ReportTaker>()
            .AddBatches()
            .AddSingleton<ProblemExceptionHandler>()
            .AddExceptionHandler<ProblemExceptionHandler>()
            .AddProblemDetails()
            .ConfigureHttpJsonOptions(json => ApiJson.Configure(json.SerializerOptions))
            .Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        replaceServices(builder.Services);
        var app = builder.Build();
        app.UseApi();
        return app;
    }

    /// <summary>What every request goes through, in this order: who it comes from, what its answer says to browsers, how it fails, how often it may come, whether it may.</summary>
    private static void UseManners(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.UseSerilogRequestLogging(logging => logging.GetLevel = LevelOf);
        app.UseSecurityHeaders();
        app.UseHsts();
        app.UseExceptionHandler();
        app.UseStatusCodePages(ProblemPages.WriteAsync);
        app.UseApiDocumentationPolicy();
        app.UseCrossOrigins();
        app.UseRequestTimeouts();

        // Counts by caller, so behind what establishes one; and before the door, so that who is refused is counted, too.
        app.UseMiddleware<CallerMiddleware>();
        app.UseRateLimiter();
        app.UseMiddleware<AccessMiddleware>();
        app.UseCallAuthority();
    }

    private static void UseApi(this WebApplication app)
    {
        app.UseManners();
        app.MapIncidents();
        app.MapBatches();
        app.MapTracking();
        app.MapOpen311();
        app.MapContacts();
        app.MapDivisions();
        app.MapDepartments();
        app.MapGrids();
        app.MapPublicGrids();
        app.MapGridChanges();
        app.MapCatalogue();
        app.MapPublicCatalogue();
        app.MapRefusals();
        app.MapRecord();
        app.MapMeasures();
        app.MapWorkers();
        app.MapWorkerCommands();
        app.MapHandOver();
        app.MapPublicBadges();
        app.MapWebhooks();
        app.MapImports();
        app.MapApiKeys();
        app.MapHealth().Needs(Permission.ReadPublic);
        app.MapApiDocumentation();
        app.MapOperations();
    }

    /// <summary>What tells of the process itself: for administrators, unless the configuration opens it.</summary>
    private static void MapOperations(this WebApplication app)
    {
        var needed = app.Services.GetRequiredService<IOptions<AuthOptions>>().Value.OpenOperations is true ? Permission.ReadPublic : Permission.Administer;
        app.MapMetrics().Needs(needed);
        if (app.Services.GetRequiredService<IOptions<GridActorsOptions>>().Value.Dashboard is true)
        {
            app.MapOrleansDashboard(OperationsPaths.Dashboard).Needs(needed);
        }
    }

    /// <summary>Probes and the dashboard's polling stay out of the log unless they fail.</summary>
    private static LogEventLevel LevelOf(HttpContext http, double elapsedMilliseconds, Exception? exception) =>
        exception is not null || http.Response.StatusCode >= StatusCodes.Status500InternalServerError ? LogEventLevel.Error
        : OperationsPaths.Contain(http.Request.Path) ? LogEventLevel.Debug
        : LogEventLevel.Information;
}
