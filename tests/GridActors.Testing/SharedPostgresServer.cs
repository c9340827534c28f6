namespace GridActors.Testing;

/// <summary>
/// The PostgreSQL of every test that does not need one to itself: the one that the environment names, or a private one.
/// </summary>
public sealed class SharedPostgresServer : IAsyncLifetime, IPostgresServer
{
    /// <summary>Connection string of a server that runs anyway, as a user who may create databases.</summary>
    public const string Variable = "GRIDACTORS_TEST_POSTGRES";

    private readonly PostgresServer? _own;
    private readonly PostgresDatabases? _given;

    public SharedPostgresServer()
    {
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server)
        {
            _given = new PostgresDatabases(server);
        }
        else
        {
            _own = new PostgresServer();
        }
    }

    public ValueTask InitializeAsync() => _own?.InitializeAsync() ?? ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _own?.DisposeAsync() ?? ValueTask.CompletedTask;

    public string CreateDatabase() => _given?.Create() ?? _own!.CreateDatabase();
}
