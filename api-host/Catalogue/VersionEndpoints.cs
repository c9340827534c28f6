using System.Globalization;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Access;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Grains;
using GridActors.Grains.Divisions;
using Microsoft.AspNetCore.Http.HttpResults;

namespace GridActors.ApiHost.Catalogue;

/// <summary>Everything that ever held in a county, and what is different between two of them.</summary>
internal static class VersionEndpoints
{
    private const string Draft = "draft";
    private const string Current = "current";
    private const string AboutEnds = "A version's number, current, or draft.";

    public static void MapVersions(this IEndpointRouteBuilder county)
    {
        county.MapGet("/versions", ListAsync)
            .WithName("ListCatalogueVersions")
            .Needs(Permission.ReadReference)
            .WithSummary("Every version that ever held here, oldest first")
            .Answers<ItemList<VersionResource>>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .OnlyAlong("county", CatalogueDivisions.Unknown)
            .DescribesCatalogueDivision();
        county.MapGet("/versions/{number}", FindAsync)
            .WithName("FindCatalogueVersion")
            .Needs(Permission.ReadReference)
            .WithSummary("A version as it was published; what an incident of that version was filed under")
            .Answers<CatalogueResource>(StatusCodes.Status200OK)
            .Refuses(404, 503)
            .OnlyAlong("county", CatalogueDivisions.Unknown)
            .DescribesCatalogueDivision()
            .DescribesParameter("number", "1 and up.", EndpointDocumentation.Text("^[0-9]+$"));
        county.MapGet("/diff", DiffAsync)
            .WithName("DiffCatalogue")
            .Needs(Permission.ReadReference)
            .WithSummary("What is different between two versions, or a version and the draft")
            .Answers<DiffResource>(StatusCodes.Status200OK)
            .Refuses(400, 404, 503)
            .OnlyAlong("county", CatalogueDivisions.Unknown)
            .DescribesCatalogueDivision()
            .DescribesParameter("from", $"{AboutEnds} The current version where left out.", EndpointDocumentation.Text("^([0-9]+|current|draft)$"))
            .DescribesParameter("to", $"{AboutEnds} The draft where left out.", EndpointDocumentation.Text("^([0-9]+|current|draft)$"));
    }

    private static async Task<Results<Ok<ItemList<VersionResource>>, ProblemResult>> ListAsync(string county, IRegionDirectory directory, IGrainFactory grains, CancellationToken ct)
    {
        if (!CatalogueDivisions.TryRead(county, await directory.AtLeastAsync(0, ct), out var division, out var problem))
        {
            return problem;
        }

        var versions = await new CatalogueArchive(grains).ListAsync(division, ct);
        return TypedResults.Ok(new ItemList<VersionResource>([.. versions.Select(v => VersionResource.Of(v.Publisher, v.Version))]));
    }

    private static async Task<Results<Ok<CatalogueResource>, ProblemResult>> FindAsync(string county, string number, IRegionDirectory directory, IGrainFactory grains, CancellationToken ct)
    {
        if (!CatalogueDivisions.TryRead(county, await directory.AtLeastAsync(0, ct), out var division, out var problem))
        {
            return problem;
        }

        return TryReadNumber(number, out var version) && await new CatalogueArchive(grains).FindAsync(division, version, ct) is { } found
            ? TypedResults.Ok(CatalogueResource.Of(found))
            : CatalogueProblems.NoVersion(number);
    }

    private static async Task<Results<Ok<DiffResource>, ProblemResult>> DiffAsync(
        string county, string? from, string? to, IRegionDirectory directory, IGrainFactory grains, CancellationToken ct)
    {
        var region = await directory.AtLeastAsync(0, ct);
        if (!CatalogueDivisions.TryRead(county, region, out var division, out var problem))
        {
            return problem;
        }

        var (first, second) = (string.IsNullOrEmpty(from) ? Current : from, string.IsNullOrEmpty(to) ? Draft : to);
        if (FindMalformed(("from", first), ("to", second)) is { } malformed)
        {
            return malformed;
        }

        var ends = new List<(string Name, CatalogueContent Content)>();
        foreach (var end in (string[])[first, second])
        {
            if (await ReadAsync(end, division, region, grains, ct) is not { } read)
            {
                return end == Draft ? CatalogueProblems.NoDraft : CatalogueProblems.NoVersion(end);
            }

            ends.Add(read);
        }

        return TypedResults.Ok(DiffResource.Of(ends[0].Name, ends[1].Name, CatalogueDiff.Between(ends[0].Content, ends[1].Content)));
    }

    private static ProblemResult? FindMalformed(params ReadOnlySpan<(string Field, string Text)> ends)
    {
        foreach (var (field, text) in ends)
        {
            if (text is not (Draft or Current) && !TryReadNumber(text, out _))
            {
                return ProblemResult.BadRequest("version_malformed", new FieldProblem(field, "version_malformed", $"{field} is a version's number, current, or draft."));
            }
        }

        return null;
    }

    private static async Task<(string Name, CatalogueContent Content)?> ReadAsync(string end, DivisionCode division, RegionSnapshot region, IGrainFactory grains, CancellationToken ct)
    {
        if (end == Draft)
        {
            return await grains.GetCatalogue(division).GetDraftAsync(ct) is { } draft ? (Draft, draft.Content) : null;
        }

        var version = end == Current ? region.CatalogueOf(division)
            : TryReadNumber(end, out var number) ? await new CatalogueArchive(grains).FindAsync(division, number, ct)
            : null;
        return version is null ? null : (version.Number.ToString(CultureInfo.InvariantCulture), version.Content);
    }

    private static bool TryReadNumber(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
