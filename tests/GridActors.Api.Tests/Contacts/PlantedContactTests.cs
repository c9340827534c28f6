using System.Text;
using GridActors.Core.Access;
using GridActors.Hosting.Contacts;
using GridActors.Testing;
using Npgsql;

namespace GridActors.Api.Tests.Contacts;

/// <summary>A contact is planted, shown, refused, resent and erased; afterwards everything that the product wrote or said is searched for it. The person is made up.</summary>
[CollectionDefinition(nameof(PlantedContactTests), DisableParallelization = true)]
[Collection(nameof(PlantedContactTests))]
public sealed class PlantedContactTests
{
    private const string Name = "吐某某·种植测试";
    private const string Phone = "+86-139-7364-0915";
    private const string Email = "planted.q7x@example.org";
    private const string Description = "PLANTED-DESCRIPTION-井盖-4417";
    private const string Purpose = "PLANTED-PURPOSE-8825";

    private static readonly string[] s_contact = [Name, Phone, Email];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_embedded_store_its_logs_and_its_traces_have_nothing_of_a_contact()
    {
        using var output = new SpokenOutput();
        await using var api = new EmbeddedPlantedApi();
        await api.InitializeAsync();

        var metrics = await UseAsync(api);

        AssertNothingIn(api.DataDirectory);
        AssertNothingSaid(output, metrics);
    }

    [Fact]
    public async Task A_cluster_its_database_its_logs_and_its_traces_have_nothing_of_a_contact()
    {
        await using var server = new PostgresServer();
        await server.InitializeAsync();
        var keys = Directory.CreateTempSubdirectory("gridactors-keys-").FullName;
        var keyFile = Path.Combine(keys, "2026-11.key");
        ContactKeyFile.CreateIfMissing(keyFile);
        var database = server.CreateEmptyDatabase();
        using var output = new SpokenOutput();
        await using (var api = new ClusterPlantedApi(database, keyFile))
        {
            await api.InitializeAsync();

            var metrics = await UseAsync(api);

            await CheckpointAsync(database);
            AssertNothingIn(server.Data);
            AssertNothingSaid(output, metrics);
        }

        Directory.Delete(keys, recursive: true);
    }

    [Fact]
    public void Every_form_of_a_text_would_be_found()
    {
        foreach (var text in s_contact.Append(Description))
        {
            var utf8 = Encoding.UTF8.GetBytes(text);
            foreach (var before in Enumerable.Range(7, 3))
            {
                var base64 = Encoding.ASCII.GetBytes(Convert.ToBase64String([.. new byte[before], .. utf8, 1, 2]));
                Assert.Single(Planted.FindIn(base64, text), f => f.StartsWith("base 64", StringComparison.Ordinal));
            }

            Assert.Equal(["UTF-8"], Planted.FindIn([0, .. utf8, 0], text).Except(["in an address"]));
            Assert.Contains("hex", Planted.FindIn(Encoding.ASCII.GetBytes("x" + Convert.ToHexStringLower(utf8)), text));
            Assert.Contains("Unicode", Planted.FindIn([9, .. Encoding.Unicode.GetBytes(text)], text));
        }
    }

    /// <returns>The metrics, which are another thing that it says.</returns>
    private static async Task<ApiAnswer> UseAsync(ContactsApi api)
    {
        var township = ContactsApi.As(CallerRole.CentreOperator, "652390001");
        var contact = new { name = Name, phone = Phone, email = Email };
        var report = await ReportAsync(api, "planted", Description, contact);
        Assert.Equal(201, report.Number);
        Assert.Equal(200, (await ReportAsync(api, "planted", Description, contact)).Number);
        Assert.Equal(422, (await ReportAsync(api, "planted", "Another", contact)).Number);
        Assert.Equal(400, (await ReportAsync(api, "planted-bad", Description, new { name = Name + "\u202E", phone = Phone + "x", email = Email + "@" })).Number);
        Assert.Equal(422, (await ReportAsync(api, "planted-item", Description, contact, "9999")).Number);

        var shown = await api.PostAsync($"/v1/incidents/{report.Id}/contact", new { purpose = Purpose }, township);
        Assert.Equal(Phone, shown.Read("phone"));
        var erased = await ReportAsync(api, "planted-erased", Description, contact);
        Assert.Equal(200, (await api.SendAsync(HttpMethod.Delete, $"/v1/public/track/{erased.Read("trackingCode")}/contact", null)).Number);
        await api.DoAsync(report.Id, "accept");
        return await api.GetAsync("/metrics");
    }

    private static Task<ApiAnswer> ReportAsync(ContactsApi api, string key, string description, object contact, string item = Demo.TownshipItem) =>
        api.PostAsync("/v1/incidents", new { itemCode = item, gridCode = Demo.Grid, description, contact }, ("Idempotency-Key", key));

    /// <summary>What is no secret is found: the search would find the rest, too.</summary>
    private static void AssertNothingIn(string directory)
    {
        Assert.NotEmpty(Planted.FindBelow(directory, Description));
        Assert.NotEmpty(Planted.FindBelow(directory, Purpose));
        Assert.All(s_contact, text => Assert.Empty(Planted.FindBelow(directory, text)));
    }

    private static void AssertNothingSaid(SpokenOutput output, ApiAnswer metrics)
    {
        var said = output.ToBytes();
        Assert.True(output.Spans > 0);
        Assert.NotEmpty(Planted.FindIn(said, "/v1/incidents"));
        Assert.All(s_contact, text => Assert.Empty(Planted.FindIn(said, text)));
        Assert.All(s_contact, text => Assert.Empty(Planted.FindIn(Encoding.UTF8.GetBytes(metrics.Text), text)));
    }

    private static async Task CheckpointAsync(string database)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(Ct);
        await using var command = new NpgsqlCommand("CHECKPOINT", connection);
        await command.ExecuteNonQueryAsync(Ct);
    }
}
