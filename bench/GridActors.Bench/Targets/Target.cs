using System.Collections.Immutable;
using GridActors.Bench.Processes;

namespace GridActors.Bench.Targets;

/// <summary>Something that the load is put on: what to call it, and how to start it on an empty or filled database.</summary>
/// <param name="Name">Short, for the command line and the JSON.</param>
/// <param name="Title">Its row in the table.</param>
/// <param name="Assemblies">What has to be built; a target that is not built is left out and said so.</param>
internal sealed record Target(string Name, string Title, ImmutableArray<string> Assemblies, Func<TargetSite, CancellationToken, Task<RunningTarget>> StartAsync)
{
    public bool IsBuilt => Assemblies.All(File.Exists);
}

/// <param name="Database">Name of the database in <paramref name="Postgres"/>; the target creates its tables in it.</param>
internal sealed record TargetSite(PrivatePostgres Postgres, string Database, BenchOptions Options)
{
    public string ConnectionString => Postgres.ConnectionString(Database);
}
