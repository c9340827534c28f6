using System.Diagnostics.CodeAnalysis;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Grains;
using GridActors.Grains.Divisions;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace GridActors.ApiHost.Catalogue;

/// <summary>The draft of a division's next catalogue: saved as a whole, published as a whole.</summary>
internal static class DraftEndpoints
{
    /// <summary>A thousand items and more.</summary>
    private const int MaxBytes = 4 * 1024 * 1024;

    private const string IfMatch = "If-Match";
    private const string AboutIfMatch = "The ETag of the revision that was seen; * or none for any.";

    public static void MapDraft(this IEndpointRouteBuilder county)
    {
        county.MapGet("/draft", FindAsync)
            .WithName("FindDraft")
            .Needs(Permission.ReadReference)
            .WithSummary("The draft of the next version")
            .Answers<DraftResource>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .OnlyBelow("county", CatalogueDivisions.Unknown)
            .DescribesCatalogueDivision()
            .AnswersWithRevision();
        county.MapPut("/draft", SaveAsync)
            .WithName("SaveDraft")
            .Needs(Permission.ChangeReference)
            .WithSummary("Save a draft of the next version, as a whole")
            .WithDescription("Nothing is published. The rules of a published catalogue hold for a draft too: an item names a place, a service or a hazard, never a category of persons. At most 4 MiB.")
            .WithMetadata(new RequestSizeLimitAttribute(MaxBytes))
            .NeedsBody()
            .Answers<DraftResource>(StatusCodes.Status200OK)
            .Refuses(400, 404, 412, 413, 415, 422, 503)
            .OnlyBelow("county", CatalogueDivisions.Unknown)
            .DescribesCatalogueDivision()
            .DescribesParameter(IfMatch, AboutIfMatch)
            .AnswersWithRevision();
        county.MapEndOfDraft();
    }

    private static void MapEndOfDraft(this IEndpointRouteBuilder county)
    {
        county.MapDelete("/draft", DiscardAsync)
            .WithName("DiscardDraft")
            .Needs(Permission.ChangeReference)
            .WithSummary("Discard the draft")
            .Answers<DraftResource>(StatusCodes.Status200OK)
            .Refuses(400, 404, 412, 503)
            .OnlyBelow("county", CatalogueDivisions.Unknown)
            .DescribesCatalogueDivision()
            .DescribesParameter(IfMatch, AboutIfMatch);
        county.MapPost("/draft/publish", PublishAsync)
            .WithName("PublishDraft")
            .Needs(Permission.ChangeReference)
            .WithSummary("Publish the draft as the next version")
            .WithDescription("Reports from now on are filed under it; incidents stay with the version that they were reported under.")
            .Answers<CatalogueResource>(StatusCodes.Status200OK)
            .Refuses(400, 404, 409, 412, 503)
            .OnlyBelow("county", CatalogueDivisions.Unknown)
            .DescribesCatalogueDivision()
            .DescribesParameter(IfMatch, AboutIfMatch);
    }

    private static async Task<Results<Ok<DraftResource>, ProblemResult>> FindAsync(string county, HttpContext http, IRegionDirectory directory, IGrainFactory grains, CancellationToken ct)
    {
        if (!CatalogueDivisions.TryRead(county, await directory.AtLeastAsync(0, ct), out var division, out var problem))
        {
            return problem;
        }

        return await grains.GetCatalogue(division).GetDraftAsync(ct) is { } draft ? Answer(draft, http) : CatalogueProblems.NoDraft;
    }

    private static async Task<Results<Ok<DraftResource>, ProblemResult>> SaveAsync(
        string county,
        [FromBody] DraftBody? body,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        HttpContext http,
        IRegionDirectory directory,
        IGrainFactory grains,
        CancellationToken ct)
    {
        if (!TryReadTarget(county, ifMatch, await directory.AtLeastAsync(0, ct), out var division, out var revision, out var problem))
        {
            return problem;
        }

        var content = (body ?? new DraftBody()).Read(out var malformed);
        if (!malformed.IsEmpty)
        {
            return ProblemResult.BadRequest("invalid_draft", malformed);
        }

        var reply = await grains.GetCatalogue(division).ExecuteAsync(new SaveDraft(content, revision), ct);
        return reply is { Refusal: null, Draft: { } draft } ? Answer(draft, http) : CatalogueProblems.Of(reply);
    }

    private static async Task<Results<Ok<DraftResource>, ProblemResult>> DiscardAsync(
        string county,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        IRegionDirectory directory,
        IGrainFactory grains,
        CancellationToken ct)
    {
        if (!TryReadTarget(county, ifMatch, await directory.AtLeastAsync(0, ct), out var division, out var revision, out var problem))
        {
            return problem;
        }

        var catalogue = grains.GetCatalogue(division);
        var draft = await catalogue.GetDraftAsync(ct);
        var reply = await catalogue.ExecuteAsync(new DiscardDraft(revision ?? draft?.Revision), ct);
        return reply.Refusal is null && draft is not null ? TypedResults.Ok(DraftResource.Of(draft)) : CatalogueProblems.Of(reply);
    }

    private static async Task<Results<Ok<CatalogueResource>, ProblemResult>> PublishAsync(
        string county,
        [FromHeader(Name = IfMatch)] string? ifMatch,
        IRegionDirectory directory,
        IGrainFactory grains,
        CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        if (!TryReadTarget(county, ifMatch, region, out var division, out var revision, out var problem))
        {
            return problem;
        }

        // Announced also where this call published nothing: the one that did may have been interrupted here.
        var reply = await grains.GetCatalogue(division).ExecuteAsync(new PublishDraft(revision), ct);
        if (reply.Current is { } current && region.CatalogueOf(division)?.Number != current.Number)
        {
            await grains.GetRegion().AnnounceChangeAsync([], ct);
            await directory.RefreshAsync(ct);
        }

        return reply is { Refusal: null, Current: { } published } ? TypedResults.Ok(CatalogueResource.Of(published)) : CatalogueProblems.Of(reply);
    }

    private static bool TryReadTarget(
        string county,
        string? ifMatch,
        RegionSnapshot region,
        out DivisionCode division,
        out int? revision,
        [NotNullWhen(false)] out ProblemResult? problem)
    {
        revision = null;
        if (!CatalogueDivisions.TryRead(county, region, out division, out problem))
        {
            return false;
        }

        problem = EntityTags.TryReadIfMatch(ifMatch, out revision)
            ? null
            : ProblemResult.BadRequest("if_match_malformed", new FieldProblem(IfMatch, "if_match_malformed", "If-Match is one revision as the ETag has it, or *."));
        return problem is null;
    }

    private static Ok<DraftResource> Answer(CatalogueDraft draft, HttpContext http)
    {
        http.Response.Headers.ETag = EntityTags.Of(draft.Revision);
        return TypedResults.Ok(DraftResource.Of(draft));
    }

    private static RouteHandlerBuilder AnswersWithRevision(this RouteHandlerBuilder endpoint) =>
        endpoint.AnswersWithHeader("ETag", "The draft's revision, for If-Match.", 200);
}
