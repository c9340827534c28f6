using System.Text.Json;
using System.Xml;
using System.Xml.Linq;

namespace GridActors.Api.Tests.Open311;

/// <summary>Calls as an Open311 client makes them.</summary>
internal static class Open311Client
{
    public const string Base = "/open311/v2";

    public static async Task<ApiAnswer> PostFormAsync(this ApiFixture api, string path, params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(f => new KeyValuePair<string, string>(f.Name, f.Value)));
        return await api.AsNobody().SendAsync(HttpMethod.Post, Base + path, form);
    }

    public static Task<ApiAnswer> ReadAsync(this ApiFixture api, string path, params (string Name, string Value)[] headers) => api.AsNobody().GetAsync(Base + path, headers);

    /// <summary>Files a report that is taken, and answers its id: the tracking code.</summary>
    public static async Task<string> ReportByFormAsync(this ApiFixture api, string service = Demo.TownshipItem, params (string Name, string Value)[] fields)
    {
        var answer = await api.PostFormAsync(
            "/requests.json",
            [("api_key", Open311Api.AppKey), ("service_code", service), ("address_id", Demo.Grid), ("description", "A lid is missing."), .. fields]);
        Assert.True(answer.Number == 200, answer.Text);
        return answer.First("service_request_id");
    }

    /// <summary>The id inside the platform, as somebody who handles incidents knows it.</summary>
    public static async Task<string> IdOfAsync(this ApiFixture api, string code)
    {
        var list = await api.GetAsync("/v1/incidents?limit=200");
        return list.Items.Single(i => i.GetProperty("trackingCode").GetString() == code).GetProperty("id").GetString()!;
    }

    /// <summary>A field of the first of a list.</summary>
    public static string First(this ApiAnswer answer, string field) => answer.Rows()[0].GetProperty(field).ToString();

    public static List<JsonElement> Rows(this ApiAnswer answer) => [.. answer.Json.EnumerateArray()];

    public static List<string> Ids(this ApiAnswer answer) => [.. answer.Rows().Select(r => r.GetProperty("service_request_id").GetString()!)];

    /// <summary>Reads XML as strictly as can be: nothing from outside, no document type.</summary>
    public static XDocument Xml(this ApiAnswer answer)
    {
        using var text = new StringReader(answer.Text);
        using var reader = XmlReader.Create(text, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        return XDocument.Load(reader);
    }
}
