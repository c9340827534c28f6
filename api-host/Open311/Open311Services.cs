using GridActors.ApiHost.Catalogue;
using GridActors.Core.Catalogue;

namespace GridActors.ApiHost.Open311;

/// <summary>A service is an item of the catalogue. None has attributes: what a report needs is the same for all of them.</summary>
internal static class Open311Services
{
    public static async Task<IResult> ListAsync(HttpContext http, Open311Calls calls, CancellationToken ct)
    {
        var (call, errors) = await calls.ReadAsync(http, ct);
        if (call is null)
        {
            return errors!;
        }

        var items = call.Region.CatalogueOf(call.Jurisdiction)?.Items ?? [];
        return new Open311Answer(new Open311Document("services", new Open311Value.Items("service", [.. items.Select(i => Write(i, call.Language))])), call.Language);
    }

    public static async Task<IResult> FindAsync(string code, HttpContext http, Open311Calls calls, CancellationToken ct)
    {
        var (call, errors) = await calls.ReadAsync(http, ct);
        if (call is null)
        {
            return errors!;
        }

        if (!ItemCode.TryParse(code, out var item) || call.Region.CatalogueOf(call.Jurisdiction)?.Find(item) is null)
        {
            return Unknown(code);
        }

        var definition = new Open311Fields().Add("service_code", item.ToString()).Add("attributes", new Open311Value.Items("attribute", [])).Build();
        return new Open311Answer(new Open311Document("service_definition", definition), call.Language);
    }

    public static Open311Errors Unknown(string code) => Open311Errors.NotFound($"service_code {code} was not found.");

    /// <summary>Its name; the code where the catalogue of now has no such item any more.</summary>
    public static string NameOf(CatalogueVersion? catalogue, ItemCode code, Open311Language language) =>
        catalogue?.Find(code) is { } item ? language.Choose(item.NameZh, item.NameEn) : code.ToString();

    private static Open311Value.Fields Write(CatalogueItem item, Open311Language language) => new Open311Fields()
        .Add("service_code", item.Code.ToString())
        .Add("service_name", language.Choose(item.NameZh, item.NameEn))
        .Add("description", DescriptionOf(item, language))
        .Add("metadata", false)
        .Add("type", "realtime")
        .Add("keywords", string.Join(", ", new[] { item.NameZh, item.NameEn, item.GroupZh, item.GroupEn }.Select(WithoutComma).Distinct()))
        .Add("group", language.Choose(item.GroupZh, item.GroupEn))
        .Build();

    private static string DescriptionOf(CatalogueItem item, Open311Language language)
    {
        var (accept, handle) = (PublicLimitResource.Of(item.AcceptLimit), PublicLimitResource.Of(item.HandleLimit));
        return language.Choose(
            $"责任单位：{item.OwnerZh}。受理时限{accept.Zh}，处置时限{handle.Zh}。",
            $"Owner: {item.OwnerEn}. To be accepted within {accept.En}; once accepted, to be closed within {handle.En}.");
    }

    /// <summary>Keywords are told apart by commas, so one has none.</summary>
    private static string WithoutComma(string word) => word.Replace(", ", " ", StringComparison.Ordinal).Replace(',', ' ');
}
