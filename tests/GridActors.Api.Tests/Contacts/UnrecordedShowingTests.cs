namespace GridActors.Api.Tests.Contacts;

/// <summary>What cannot be put on the record does not happen. The person is made up.</summary>
public sealed class UnrecordedShowingTests(FullJournalApi api) : IClassFixture<FullJournalApi>
{
    [Fact]
    public async Task A_contact_is_not_shown_where_the_showing_cannot_be_recorded()
    {
        var report = await api.PostAsync(
            "/v1/incidents", new { itemCode = Demo.TownshipItem, gridCode = Demo.Grid, description = "A lid is missing.", contact = new { name = "Somebody", phone = "139 0000 0000" } });

        var shown = await api.As($"centre_operator:{Demo.Township}").PostAsync($"/v1/incidents/{report.Id}/contact", new { purpose = "To ask where the lid is" });

        Assert.Equal((201, 503), (report.Number, shown.Number));
        Assert.DoesNotContain("139 0000", shown.Text, StringComparison.Ordinal);
        Assert.Equal("journal_busy", shown.Code);
    }
}
