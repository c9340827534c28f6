using System.Globalization;
using GridActors.Bench.Processes;

namespace GridActors.Bench.Targets;

/// <summary>What ours is measured against; see the README beside the projects for how each is kept honest.</summary>
internal sealed class Peers(string root)
{
    public Target IdiomaticOrleans => Web("orleans", "Orleans, AdoNet storage + a reminder per incident", "IdiomaticOrleans");

    /// <summary>The same application on our own tables and statements for Orleans, its state in Orleans' binary form.</summary>
    public Target TunedOrleans => Web("orleans-tuned", "Orleans, the same on our tables and its binary serialiser", "IdiomaticOrleans", ("Tuned", "true"));

    public Target PlainNpgsql => Web("plain", "ASP.NET Core + Npgsql, one insert per request", "PlainNpgsql");

    public Target Empty => Web("empty", "Empty endpoint", "Empty");

    public Target Quartz => Web("quartz", "Quartz.NET, PostgreSQL store", "QuartzDeadlines");

    /// <summary>The limit of the database; it has no server, see <see cref="Reports.ReportsPart"/>.</summary>
    public string RawInsertAssembly => Assembly("RawInsert");

    private Target Web(string name, string title, string project, params (string Name, string Value)[] settings) => new(name, title, [Assembly(project)], async (site, ct) =>
    {
        var address = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort.Next()}");
        var environment = new Dictionary<string, string>
        {
            ["ASPNETCORE_URLS"] = address,
            ["ConnectionStrings__Bench"] = site.ConnectionString,
            ["SiloPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
            ["GatewayPort"] = FreePort.Next().ToString(CultureInfo.InvariantCulture),
        };
        foreach (var setting in settings)
        {
            environment[setting.Name] = setting.Value;
        }

        var process = ServerProcess.Start(name, Assembly(project), environment, site.Options.WorkDirectory);
        return await RunningTargets.ReadyAsync(new Uri(address), [process], [process], ct);
    });

    private string Assembly(string project) => Path.Combine(root, "bench", "Peers", project, "bin", "Release", "net10.0", $"GridActors.Bench.{project}.dll");
}
