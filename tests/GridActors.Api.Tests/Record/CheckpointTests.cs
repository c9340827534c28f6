using System.Globalization;
using System.Text.Json;
using GridActors.Core.Divisions;
using GridActors.Storage.Incidents;
using GridActors.Storage.Record;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Api.Tests.Record;

public sealed class CheckpointTests(RecordApi api) : IClassFixture<RecordApi>
{
    private const string Checkpoints = $"/v1/record/{Demo.County}/checkpoints";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_auditor_reads_checkpoints_page_by_page_and_can_check_each_of_them()
    {
        for (var i = 0; i < 3; i++)
        {
            var report = await api.ReportAsync();
            await api.DoAsync(report.Id, "accept", new { });
            await api.SignAsync();
        }

        var auditor = api.As("auditor:652390");
        var first = await auditor.GetAsync($"{Checkpoints}?limit=2");
        var second = await auditor.GetAsync($"{Checkpoints}?limit=200&cursor={first.Read("nextCursor")}");

        Checkpoint[] read = [.. first.Items.Concat(second.Items).Select(ToCheckpoint)];
        var key = api.Services.GetRequiredService<RecordKey>();
        Assert.Equal(Enumerable.Range(1, read.Length), read.Select(c => c.Number));
        Assert.Equal((true, 2, JsonValueKind.Null), (read.Length >= 3, first.Items.Count(), second.Json.GetProperty("nextCursor").ValueKind));
        Assert.All(read, c => Assert.True(key.Verifies(c), $"{c}"));
        Assert.Equal(read.SkipLast(1).Select(c => c.Digest), read.Skip(1).Select(c => c.Previous));
        Assert.Equal(first.Items.First().GetProperty("digest").GetString(), read[0].Digest.ToString());
        Assert.Contains("rel=\"next\"", string.Join(',', first.Response.Headers.GetValues("Link")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_api_did_is_found_to_be_as_it_was_written()
    {
        var report = await api.ReportAsync();
        await api.DoAsync(report.Id, "accept", new { });
        await api.DoAsync(report.Id, "note", new { text = "看过了" });
        await api.DoAsync(report.Id, "void", new { reason = "重复" });
        await api.SignAsync();
        var findings = new List<RecordFinding>();

        await using var record = await api.Services.GetRequiredService<IRecordReader>().OpenAsync(Ct);
        var summary = await new RecordVerification(record, [api.Services.GetRequiredService<RecordKey>()], [], findings.Add).RunAsync(Ct);

        Assert.Empty(findings);
        Assert.True(summary is { Incidents: > 0, Checkpoints: > 0 });
    }

    [Theory]
    [InlineData("?limit=0", "limit_out_of_range")]
    [InlineData("?limit=201", "limit_out_of_range")]
    [InlineData("?cursor=x", "cursor_malformed")]
    public async Task A_query_that_makes_no_sense_is_refused(string query, string code)
    {
        var answer = await api.As("auditor:all").GetAsync(Checkpoints + query);

        Assert.Equal((400, code), (answer.Number, answer.Code));
    }

    [Theory]
    [InlineData("652390001000")]
    [InlineData("652399000000")]
    [InlineData("nowhere")]
    public async Task Only_counties_and_prefectures_have_checkpoints(string place)
    {
        var answer = await api.As("auditor:all").GetAsync($"/v1/record/{place}/checkpoints");

        Assert.Equal((404, "unknown_division"), (answer.Number, answer.Code));
    }

    [Fact]
    public async Task Nobody_but_an_auditor_reads_them()
    {
        foreach (var role in new[] { "administrator:all", "centre_operator:all", "supervisor:all" })
        {
            Assert.Equal(403, (await api.As(role).GetAsync(Checkpoints)).Number);
        }

        Assert.Equal(401, (await api.AsNobody().GetAsync(Checkpoints)).Number);
    }

    private static Checkpoint ToCheckpoint(JsonElement item) => new(
        DivisionCode.Parse(item.GetProperty("county").GetString()!),
        item.GetProperty("number").GetInt32(),
        ToPosition(item.GetProperty("from")),
        ToPosition(item.GetProperty("through")),
        item.GetProperty("count").GetInt32(),
        HashOf(item.GetProperty("listHash")),
        HashOf(item.GetProperty("previous")),
        item.GetProperty("at").GetDateTimeOffset(),
        item.GetProperty("keyId").GetString()!,
        [.. item.GetProperty("signature").GetBytesFromBase64()]);

    private static FeedPosition ToPosition(JsonElement position) => new(
        ulong.Parse(position.GetProperty("transaction").GetString()!, CultureInfo.InvariantCulture), long.Parse(position.GetProperty("position").GetString()!, CultureInfo.InvariantCulture));

    private static RecordHash HashOf(JsonElement digits) => RecordHash.Read(Convert.FromHexString(digits.GetString()!));
}
