using GridActors.ApiHost.Access;
using GridActors.Core.Access;
using GridActors.Core.Divisions;

namespace GridActors.ApiHost.Open311;

/// <summary>What every call has: the jurisdiction that it is about, its parameters, and who makes it.</summary>
internal sealed record Open311Call(HttpContext Http, RegionSnapshot Region, DivisionCode Jurisdiction, Open311Query Query)
{
    public Open311Language Language { get; } = Open311Languages.Of(Http.Request);

    public Caller Caller => Http.GetCaller();
}
