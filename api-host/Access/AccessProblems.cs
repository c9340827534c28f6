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

    /// <summary>One code for all that a new token would mend, and one for keys; the field has the exact reason.</summary>
    public static ProblemResult Of(CredentialRefusal refusal, string detail)
    {
        var reason = ApiJson.NameOf(refusal);
        return refusal switch
        {
            CredentialRefusal.AuthorityUnavailable => new ProblemResult(StatusCodes.Status503ServiceUnavailable, reason, detail) { RetryAfter = _afterOutage },
            CredentialRefusal.KeyMalformed or CredentialRefusal.KeyUnknown or CredentialRefusal.KeyExpired or CredentialRefusal.KeyRevoked =>
                NotTaken("key_invalid", reason, detail, "ApiKey realm=\"gridactors\""),
            _ => NotTaken("token_invalid", reason, detail, $"Bearer realm=\"gridactors\", error=\"invalid_token\", error_description=\"{reason}\""),
        };
    }

    private static ProblemResult NotTaken(string code, string reason, string detail, string challenge) =>
        new(StatusCodes.Status401Unauthorized, code, detail, new FieldProblem(Header, reason, detail)) { Challenge = challenge };
}
