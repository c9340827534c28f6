using GridActors.ApiHost.Access;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Workers;
using GridActors.Grains;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Public;

/// <summary>Badges for everybody at whose door somebody stands: no login, nothing about a person.</summary>
internal static class BadgeEndpoints
{
    public static void MapPublicBadges(this IEndpointRouteBuilder routes) => routes.MapGet("/v1/public/badges/{id}", FindAsync)
        .WithTags("Public")
        .WithName("VerifyBadge")
        .Needs(Permission.ReadPublic)
        .WithSummary("Whether a badge is valid, and in which grids and roles (Art. 14)")
        .Answers<PublicBadgeResource>(StatusCodes.Status200OK)
        .Refuses(404, 503)
        .DescribesParameter("id", "As it is printed on the badge.", EndpointDocumentation.Text("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$"));

    private static async Task<Results<Ok<PublicBadgeResource>, ProblemResult>> FindAsync(string id, IGrainFactory grains, TimeProvider clock, CancellationToken ct) =>
        BadgeId.TryParse(id, out var badge)
        && await grains.GetBadge(badge).FindWorkerAsync(ct) is { } worker
        && await grains.GetWorker(worker).GetAsync(ct) is { } found
            ? TypedResults.Ok(PublicBadgeResource.Of(found, badge, clock.GetUtcNow()))
            : ProblemResult.NotFound("unknown_badge", "No such badge was ever issued here.");
}
