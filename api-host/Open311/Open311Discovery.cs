using System.Collections.Immutable;
using GridActors.ApiHost.Json;
using GridActors.Core.Divisions;
using GridActors.Grains.Divisions;
using Microsoft.Extensions.Options;

namespace GridActors.ApiHost.Open311;

/// <summary>Where the endpoint is, what it speaks, and whether the services have changed.</summary>
internal static class Open311Discovery
{
    private const string Specification = "http://wiki.open311.org/GeoReport_v2";

    private static readonly ImmutableArray<Open311Value> _formats = [new Open311Value.Text("text/xml"), new Open311Value.Text("application/json")];

    public static async Task<IResult> ReadAsync(HttpContext http, IRegionDirectory directory, IOptions<Open311Options> options, IHostEnvironment environment, CancellationToken ct)
    {
        var changeset = InstantJsonConverter.Format(ChangedAt(await directory.AtLeastAsync(0, ct)));
        var request = http.Request;
        var endpoint = new Open311Fields()
            .Add("specification", Specification)
            .Add("url", options.Value.Url ?? $"{request.Scheme}://{request.Host}{request.PathBase}{Open311Endpoints.Base}")
            .Add("changeset", changeset)
            .Add("type", environment.IsProduction() ? "production" : "test")
            .Add("formats", new Open311Value.Items("format", _formats))
            .Build();
        var discovery = new Open311Fields()
            .Add("changeset", changeset)
            .Add("contact", options.Value.Contact)
            .Add("key_service", options.Value.KeyService)
            .Add("endpoints", new Open311Value.Items("endpoint", [endpoint]))
            .Build();
        return new Open311Answer(new Open311Document("discovery", discovery), Open311Languages.Of(request));
    }

    /// <summary>When a catalogue was published last: clients refresh the services then.</summary>
    private static DateTimeOffset ChangedAt(RegionSnapshot region) => region.Prefectures
        .SelectMany(p => region.ChildrenOf(p).Prepend(p))
        .Select(d => region.CatalogueOf(d)?.PublishedAt ?? default)
        .DefaultIfEmpty()
        .Max();
}
