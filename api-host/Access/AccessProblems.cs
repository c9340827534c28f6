using GridActors.ApiHost.Json;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Hosting.Access;

namespace GridActors.ApiHost.Access;

/// <summary>Why the door stays shut, as HTTP says it.</summary>
internal static class AccessProblems
{
    private const string Header = "Authorization";

    private static readonly TimeSpan _afterOutage = TimeSpan.FromSeconds(5);

    /// <summary>Of an endpoint that names no permission.</summary>
    public static ProblemResult Closed { get; } = new(StatusCodes.Status403Forbidden, "forbidden", "This is closed to everybody.");

    public static ProblemResult AuthenticationRequired(Permission needed) =>
        new(StatusCodes.Status401Unauthorized, "authentication_required", $"This needs the permission {ApiJson.NameOf(needed)}: say who you are.") { Challenge = CallerReader.Challenge };

    public static ProblemResult Forbidden(Permission needed) => new(
        StatusCodes.Status403Forbidden,
        "forbidden",
        $"This needs the permission {ApiJson.NameOf(needed)}, which none of your grants has.",
        new FieldProblem(Header, ApiJson.NameOf(needed), $"No grant has the permission {ApiJson.NameOf(needed)}."));

    /// <summary>One code for all that a new token would mend; the field has the exact reason.</summary>
    public static ProblemResult Of(CredentialRefusal refusal, string detail)
    {
        var reason = ApiJson.NameOf(refusal);
        return refusal is CredentialRefusal.AuthorityUnavailable
            ? new ProblemResult(StatusCodes.Status503ServiceUnavailable, reason, detail) { RetryAfter = _afterOutage }
            : new ProblemResult(StatusCodes.Status401Unauthorized, "token_invalid", detail, new FieldProblem(Header, reason, detail))
            {
                Challenge = $"{CallerReader.Challenge}, error=\"invalid_token\", error_description=\"{reason}\"",
            };
    }
}
