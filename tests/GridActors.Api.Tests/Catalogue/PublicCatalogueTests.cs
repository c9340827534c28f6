using System.Text.Json.Nodes;
using GridActors.ApiHost.Catalogue;
using GridActors.Core.WorkingTime;

namespace GridActors.Api.Tests.Catalogue;

public sealed class PublicCatalogueTests(CatalogueApi api) : IClassFixture<CatalogueApi>
{
    [Fact]
    public async Task Everybody_can_read_the_items_their_limits_in_words_and_where_to_complain()
    {
        var draft = await api.ReadCurrentAsync();
        draft["complaintChannels"] = new JsonArray(new JsonObject { ["nameZh"] = "政务服务热线", ["nameEn"] = "Public hotline", ["address"] = "12345" });
        Assert.Equal(200, (await api.SaveAsync(draft)).Number);
        Assert.Equal(200, (await api.PostAsync($"{Drafts.Address}/publish", null)).Number);

        var ofVillage = await api.GetAsync($"/v1/public/catalogue?division={Demo.Village}");
        var ofPrefecture = await api.GetAsync("/v1/public/catalogue");

        var item = ofVillage.Items.Single(i => i.GetProperty("code").GetString() == Demo.TownshipItem);
        Assert.Equal("""{"value":15,"unit":"minute","zh":"15分钟","en":"15 minutes"}""", item.GetProperty("acceptLimit").GetRawText());
        Assert.False(string.IsNullOrEmpty(item.GetProperty("ownerZh").GetString()));
        Assert.Equal("12345", Assert.Single(ofVillage.Json.GetProperty("complaintChannels").EnumerateArray()).GetProperty("address").GetString());
        Assert.Empty(ofPrefecture.Json.GetProperty("complaintChannels").EnumerateArray());
    }

    [Theory]
    [InlineData(1, LimitUnit.WorkDay, "1个工作日", "1 working day")]
    [InlineData(2, LimitUnit.UrgentHour, "2小时（不分昼夜）", "2 hours, day and night")]
    [InlineData(3, LimitUnit.NaturalDay, "3个自然日", "3 calendar days")]
    public void A_limit_is_said_in_words(int value, LimitUnit unit, string zh, string en) =>
        Assert.Equal(new PublicLimitResource(value, unit, zh, en), PublicLimitResource.Of(new Limit(value, unit)));

    [Theory]
    [InlineData("abc", 400, "division_malformed")]
    [InlineData("652391000000", 404, "unknown_division")]
    public async Task Where_there_is_no_such_division_there_is_no_catalogue(string division, int status, string code)
    {
        var answer = await api.GetAsync($"/v1/public/catalogue?division={division}");

        Assert.Equal((status, code), (answer.Number, answer.Code));
    }
}
