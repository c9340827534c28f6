using System.Diagnostics.CodeAnalysis;
using GridActors.ApiHost.OpenApi;
using GridActors.ApiHost.Problems;
using GridActors.Core.Divisions;

namespace GridActors.ApiHost.Catalogue;

/// <summary>The divisions that can have a catalogue of their own: counties, and the prefecture for all counties that have none.</summary>
internal static class CatalogueDivisions
{
    public static bool TryRead(string text, RegionSnapshot region, out DivisionCode division, [NotNullWhen(false)] out ProblemResult? problem)
    {
        problem = DivisionCode.TryParse(text, out division) && division.Level >= DivisionLevel.County && region.Find(division) is not null
            ? null
            : Unknown(text);
        return problem is null;
    }

    public static ProblemResult Unknown(string text) => ProblemResult.NotFound("unknown_division", $"There is no county or prefecture {text}; only those have catalogues.");

    public static RouteHandlerBuilder DescribesCatalogueDivision(this RouteHandlerBuilder endpoint) =>
        endpoint.DescribesParameter("county", "Twelve digits of a county, or of the prefecture.", EndpointDocumentation.Text("^[0-9]{12}$"));
}
