using System.Collections.Immutable;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Hosting.Access;

namespace GridActors.ApiHost.Access;

/// <summary>Reads a key to be made, and says everything that is wrong with it at once.</summary>
internal sealed class ApiKeyReader(DateTimeOffset now)
{
    private const int MaxGrants = 64;

    private readonly ImmutableArray<FieldProblem>.Builder _problems = ImmutableArray.CreateBuilder<FieldProblem>();

    public ImmutableArray<FieldProblem> Problems => _problems.ToImmutable();

    /// <returns>The grants; whole only where there is no problem.</returns>
    public ImmutableArray<Grant> Read(ApiKeyBody body)
    {
        if (!ApiKeySecrets.IsName(body.Name))
        {
            AddProblem("name", "name_malformed", $"name says what the key is for, in 1 to {ApiKeySecrets.MaxNameLength} characters without control characters.");
        }

        if (body.ExpiresAt is not { } end)
        {
            AddProblem("expiresAt", "expires_at_required", "expiresAt is needed: when the key ends.");
        }
        else if (end <= now || end > now + ApiKeySecrets.LongestLifetime)
        {
            AddProblem("expiresAt", "expires_at_out_of_range", "expiresAt lies after now, and within a year.");
        }

        var texts = body.Grants ?? [];
        if (texts.Count is 0 or > MaxGrants)
        {
            AddProblem("grants", "grants_miscounted", $"grants has 1 to {MaxGrants} texts.");
            return [];
        }

        return [.. texts.Select(ReadGrant).OfType<Grant>()];
    }

    public static ProblemResult OutOfReach(string field, string message) =>
        new(StatusCodes.Status403Forbidden, "grant_out_of_reach", message, new FieldProblem(field, "grant_out_of_reach", message));

    private Grant? ReadGrant(string? text, int index)
    {
        if (GrantText.TryRead(text ?? "", out var grant, out var problem))
        {
            return grant;
        }

        AddProblem($"grants[{index}]", "grant_malformed", problem);
        return null;
    }

    private void AddProblem(string field, string code, string message) => _problems.Add(new FieldProblem(field, code, message));
}
