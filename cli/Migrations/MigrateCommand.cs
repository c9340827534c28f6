using System.CommandLine;
using GridActors.Hosting;
using GridActors.Storage.Postgres;
using Microsoft.Extensions.Logging.Abstractions;

namespace GridActors.Cli.Migrations;

/// <summary><c>gridactors migrate</c></summary>
internal static class MigrateCommand
{
    private const string Variable = $"ConnectionStrings__{GridActorsOptions.ConnectionStringName}";

    private const string Description = $"""
        Brings the PostgreSQL database of a cluster up to date. Run it before the hosts of a new release start; hosts of the
        release before go on working meanwhile. Safe to repeat, and to run twice at once. An embedded store needs none of this.

        Example:
          {Variable}='Host=db;Database=gridactors;Username=gridactors;Password=...' gridactors migrate

        Exit codes: 0 the database is up to date, 2 the arguments are wrong, 1 the database cannot be reached or a migration failed.
        """;

    public static Command Create()
    {
        var connection = new Option<string?>("--connection")
        {
            HelpName = "STRING",
            Description = $"Connection string as Npgsql reads it. Default: {Variable}, where a password is not shown to whoever lists processes.",
        };
        var list = new Option<bool>("--list") { Description = "Only list what would be done." };
        var command = new Command("migrate", Description) { connection, list };
        command.SetAction(parsed => Run(
            parsed.GetValue(connection) ?? Environment.GetEnvironmentVariable(Variable),
            parsed.GetValue(list),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    private static int Run(string? connectionString, bool onlyList, TextWriter output)
    {
        using var database = Open(connectionString);
        var migrations = onlyList ? database.FindMissingMigrations() : database.Migrate();
        foreach (var migration in migrations)
        {
            output.WriteLine(onlyList ? $"missing  {migration}" : $"migrated {migration}");
        }

        if (migrations.IsEmpty)
        {
            output.WriteLine("The database is up to date.");
        }

        return ExitCode.Done;
    }

    private static PostgresDatabase Open(string? connectionString)
    {
        if (string.IsNullOrWhiteSpace(connectionString))
        {
            throw new UsageException($"Name the database: --connection, or {Variable}.");
        }

        try
        {
            return new PostgresDatabase(new PostgresStorageOptions { ConnectionString = connectionString }, NullLoggerFactory.Instance);
        }
        catch (ArgumentException unreadable)
        {
            throw new UsageException($"The connection string cannot be read: {unreadable.Message}", unreadable);
        }
    }
}
