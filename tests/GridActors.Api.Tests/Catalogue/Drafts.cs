using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GridActors.Api.Tests.Catalogue;

/// <summary>Drafts as an editor makes them: read what holds, change it, send it back.</summary>
internal static class Drafts
{
    public const string Address = $"/v1/catalogue/{Demo.County}/draft";

    public static Task<ApiAnswer> SaveAsync(this ApiFixture api, JsonNode draft, params (string Name, string Value)[] headers) =>
        api.SendAsync(HttpMethod.Put, Address, new StringContent(draft.ToJsonString(), Encoding.UTF8, new MediaTypeHeaderValue("application/json")), headers);

    public static async Task<JsonNode> ReadCurrentAsync(this ApiFixture api) =>
        JsonNode.Parse((await api.GetAsync($"/v1/catalogue?division={Demo.County}")).Text)!;

    public static JsonNode Item(this JsonNode catalogue, string code) =>
        catalogue["items"]!.AsArray().Single(i => (string)i!["code"]! == code)!;

    public static JsonNode Limit(int value, string unit) => JsonSerializer.SerializeToNode(new { value, unit })!;
}
