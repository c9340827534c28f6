using System.Diagnostics;
using GridActors.ApiHost.Problems;
using GridActors.Contracts.Catalogue;
using GridActors.Core.Catalogue;

namespace GridActors.ApiHost.Catalogue;

/// <summary>Refusals of the rules of a catalogue as answers.</summary>
internal static class CatalogueProblems
{
    public static ProblemResult NoDraft { get; } = ProblemResult.NotFound("no_draft", "Nothing is drafted here.");

    public static ProblemResult NoVersion(string number) => ProblemResult.NotFound("unknown_version", $"No version {number} of the catalogue was ever published here.");

    public static ProblemResult Of(CatalogueReply reply) => reply.Refusal switch
    {
        CatalogueRefusal.NoDraft => NoDraft,
        CatalogueRefusal.StaleDraft => new ProblemResult(StatusCodes.Status412PreconditionFailed, "stale_draft", "The draft has changed since the revision that If-Match names; read it again."),
        CatalogueRefusal.DraftOutdated => new ProblemResult(
            StatusCodes.Status409Conflict,
            "draft_outdated",
            "Another version was published after the draft was saved. Compare the two, save the draft again, and publish it then."),
        CatalogueRefusal.DraftInvalid => ProblemResult.Unprocessable("invalid_draft", [.. reply.Problems.Select(p => new FieldProblem(p.Path, p.Code, p.Message))]),
        _ => throw new UnreachableException(reply.Refusal.ToString()),
    };
}
