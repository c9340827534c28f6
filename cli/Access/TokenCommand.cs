using System.Collections.Immutable;
using System.CommandLine;
using GridActors.Core.Access;
using GridActors.Hosting;
using GridActors.Hosting.Access;
using Microsoft.Extensions.Hosting;

namespace GridActors.Cli.Access;

/// <summary><c>gridactors token</c></summary>
internal static class TokenCommand
{
    private const int DefaultHours = 8;

    private const string Description = """
        Prints a token for trials, which hosts in Development take that have the same data directory and no Auth:Authority. Whoever
        can read the key in that directory can be anybody; outside Development neither this command nor a host uses it.

        Example:
          TOKEN=$(gridactors token --role centre_operator --scope 652301)
          gridactors token --grant worker:652301001:w-1 --grant supervisor:all --hours 1

        Exit codes: 0 the token is on the output, 2 the arguments are wrong or this is not Development.
        """;

    public static Command Create()
    {
        var role = new Option<string?>("--role") { HelpName = "ROLE", Description = "requester, worker, centre_operator, department, supervisor, auditor or administrator." };
        var scope = new Option<string?>("--scope") { HelpName = "DIGITS", Description = "Where: the leading digits of a division, the 15 of a grid, or all." };
        var worker = new Option<string?>("--worker") { HelpName = "ID", Description = "Of a worker: the number on the badge." };
        var department = new Option<string?>("--department") { HelpName = "CODE", Description = "Of a department: its code, such as 652301000000/housing." };
        var grants = new Option<string[]>("--grant") { HelpName = "GRANT", Description = "All of it in one, role:scope or role:scope:holder; may be repeated." };
        var subject = new Option<string>("--subject") { HelpName = "NAME", Description = "Who it is, as it is written on the record. Default: developer.", DefaultValueFactory = _ => "developer" };
        var hours = new Option<int>("--hours") { HelpName = "N", Description = $"How long it is valid, 1 to {(int)DevelopmentIssuer.LongestLifetime.TotalHours}. Default: {DefaultHours}.", DefaultValueFactory = _ => DefaultHours };
        var data = DataDirectory.CreateOption("The key is made there the first time.");
        var command = new Command("token", Description) { role, scope, worker, department, grants, subject, hours, data };
        command.SetAction(parsed =>
        {
            var asked = parsed.GetValue(grants) ?? [];
            if (GrantOf(parsed.GetValue(role), parsed.GetValue(scope), parsed.GetValue(worker), parsed.GetValue(department)) is { } one)
            {
                asked = [one, .. asked];
            }

            var token = Issue(HostSettings.EnvironmentName, DataDirectory.Of(parsed.GetValue(data)), parsed.GetValue(subject)!, ReadGrants(asked), parsed.GetValue(hours));
            parsed.InvocationConfiguration.Output.WriteLine(token);
            return ExitCode.Done;
        });
        return command;
    }

    /// <exception cref="UsageException">There is none, or one of them cannot be read.</exception>
    internal static ImmutableArray<Grant> ReadGrants(string[] texts) => texts.Length == 0
        ? throw new UsageException("Name at least one role with its scope: --role supervisor --scope 652301, or --grant supervisor:652301.")
        : [.. texts.Select(text => GrantText.TryRead(text, out var grant, out var problem) ? grant : throw new UsageException($"'{text}' is no grant. {problem}"))];

    private static string? GrantOf(string? role, string? scope, string? worker, string? department) => (role, scope, worker ?? department) switch
    {
        (null, null, null) => null,
        (null, _, _) or (_, null, _) => throw new UsageException("--role and --scope go together; a place is never guessed."),
        _ when worker is not null && department is not null => throw new UsageException("One grant is of a worker or of a department; use --grant for several."),
        (_, _, null) => $"{role}:{scope}",
        var (_, _, holder) => $"{role}:{scope}:{holder}",
    };

    /// <exception cref="UsageException">This is not Development, or something of it cannot be in a token.</exception>
    internal static string Issue(string environment, string dataDirectory, string subject, ImmutableArray<Grant> grants, int hours)
    {
        if (environment != Environments.Development)
        {
            throw new UsageException($"Tokens are made for trials in Development only; this is {environment}. Use the issuer in Auth:Authority, or an API key.");
        }

        if (hours < 1 || TimeSpan.FromHours(hours) > DevelopmentIssuer.LongestLifetime)
        {
            throw new UsageException($"--hours is a whole number from 1 to {(int)DevelopmentIssuer.LongestLifetime.TotalHours}.");
        }

        if (!CallerReader.IsSubject(subject))
        {
            throw new UsageException($"--subject has 1 to {CallerReader.MaxSubjectLength} printable ASCII characters without blanks, and does not begin with {CallerReader.KeySubject}");
        }

        try
        {
            using var issuer = DevelopmentIssuer.Open(dataDirectory);
            return issuer.IssueToken(subject, grants, TimeProvider.System.GetUtcNow(), TimeSpan.FromHours(hours));
        }
        catch (ConfigurationRefusedException refused)
        {
            throw new UsageException(refused.Message, refused);
        }
    }
}
