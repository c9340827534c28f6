using System.Net.Http.Headers;
using GridActors.Core.Access;
using GridActors.Hosting;
using GridActors.Hosting.Access;
using Microsoft.Extensions.Hosting;

namespace GridActors.Cli.Access;

/// <summary>What this command shows to an instance that asks who it is. Taken from the environment: arguments are shown to whoever lists processes.</summary>
internal static class Credentials
{
    public const string TokenVariable = "GRIDACTORS_TOKEN";
    public const string KeyVariable = "GRIDACTORS_API_KEY";

    private static readonly TimeSpan _ofOwner = TimeSpan.FromHours(1);

    /// <summary>What the environment has; null where it has nothing.</summary>
    public static AuthenticationHeaderValue? Find() => Find("Bearer", TokenVariable) ?? Find("ApiKey", KeyVariable);

    /// <summary>In Development, what whoever can read a data directory may give themselves; null elsewhere.</summary>
    public static AuthenticationHeaderValue? OfOwner(string dataDirectory)
    {
        if (HostSettings.EnvironmentName != Environments.Development)
        {
            return null;
        }

        using var issuer = DevelopmentIssuer.Open(dataDirectory);
        var token = issuer.IssueToken("gridactors-cli", [new Grant(CallerRole.Administrator, "")], TimeProvider.System.GetUtcNow(), _ofOwner);
        return new AuthenticationHeaderValue("Bearer", token);
    }

    private static AuthenticationHeaderValue? Find(string scheme, string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } shown ? new AuthenticationHeaderValue(scheme, shown) : null;
}
