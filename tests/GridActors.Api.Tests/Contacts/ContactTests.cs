using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Storage.Contacts;

namespace GridActors.Api.Tests.Contacts;

/// <summary>How to reach a reporter, from the report to the erasure. The persons are made up.</summary>
public sealed class ContactTests(ContactsApi api) : IClassFixture<ContactsApi>
{
    private const string Purpose = "To ask where the lid is";
    private static readonly object s_contact = new { name = "Somebody", phone = "139 0000 0000", email = "somebody@example.org" };
    private static readonly (string, string) s_township = ContactsApi.As(CallerRole.CentreOperator, "652390001");

    [Fact]
    public async Task The_centre_that_holds_it_sees_the_contact_and_the_record_says_what_for()
    {
        var report = await ReportAsync(s_contact);

        var shown = await ShowAsync(report.Id, s_township);

        Assert.Equal((200, "Somebody", "139 0000 0000", "somebody@example.org"), (shown.Number, shown.Read("name"), shown.Read("phone"), shown.Read("email")));
        Assert.Equal("no-store", shown.Response.Headers.CacheControl?.ToString());
        var entry = (await api.GetAsync($"/v1/incidents/{report.Id}/timeline", s_township)).Items.Last();
        Assert.Equal(("contact-shown", Purpose), (entry.GetProperty("kind").GetString(), entry.GetProperty("data").GetProperty("purpose").GetString()));
        Assert.Contains(Demo.Township, entry.GetProperty("by").ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("139 0000", (await api.GetAsync($"/v1/incidents/{report.Id}/timeline", s_township)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("139 0000", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("contact-shown", (await api.GetAsync($"/v1/public/track/{report.Read("trackingCode")}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(CallerRole.CentreOperator, "652390", 403, "contact_not_shown")]
    [InlineData(CallerRole.CentreOperator, "6523", 403, "contact_not_shown")]
    [InlineData(CallerRole.CentreOperator, "", 403, "contact_not_shown")]
    [InlineData(CallerRole.Supervisor, "652390001", 403, "contact_not_shown")]
    [InlineData(CallerRole.Auditor, "652390001", 403, "contact_not_shown")]
    [InlineData(CallerRole.Worker, Demo.Grid, 403, "contact_not_shown")]
    [InlineData(CallerRole.CentreOperator, "652390100", 404, "unknown_incident")]
    [InlineData(CallerRole.Administrator, "652390001", 404, "unknown_incident")]
    [InlineData(CallerRole.Requester, "", 404, "unknown_incident")]
    public async Task Nobody_else_sees_it_and_nothing_is_on_the_record(CallerRole role, string scope, int status, string code)
    {
        var report = await ReportAsync(s_contact);

        var refused = await ShowAsync(report.Id, ContactsApi.As(role, scope));

        Assert.Equal((status, code), (refused.Number, refused.Code));
        Assert.Single((await api.GetAsync($"/v1/incidents/{report.Id}/timeline", s_township)).Items);
    }

    [Fact]
    public async Task Once_it_has_moved_up_the_county_sees_it_and_the_township_no_more()
    {
        var report = await ReportAsync(s_contact);
        await api.DoAsync(report.Id, "forward", new { reason = "Not ours" });

        Assert.Equal(403, (await ShowAsync(report.Id, s_township)).Number);
        Assert.Equal(200, (await ShowAsync(report.Id, ContactsApi.As(CallerRole.CentreOperator, "652390"))).Number);
    }

    [Fact]
    public async Task Without_a_purpose_nothing_is_shown()
    {
        var report = await ReportAsync(s_contact);

        var without = await api.PostAsync($"/v1/incidents/{report.Id}/contact", new { }, s_township);
        var tooLong = await api.PostAsync($"/v1/incidents/{report.Id}/contact", new { purpose = new string('x', 201) }, s_township);
        var turned = await api.PostAsync($"/v1/incidents/{report.Id}/contact", new { purpose = "a\u202Eb" }, s_township);

        Assert.Equal((422, "purpose_required"), (without.Number, without.Code));
        Assert.Equal((400, "purpose_too_long"), (tooLong.Number, tooLong.Code));
        Assert.Equal((400, "purpose_not_text"), (turned.Number, turned.Code));
    }

    [Fact]
    public async Task A_report_without_contact_has_none_to_show_or_to_erase()
    {
        var report = await api.ReportAsync();

        Assert.Equal("no_contact", (await ShowAsync(report.Id, s_township)).Code);
        Assert.Equal("no_contact", (await EraseAsync(report)).Code);
    }

    [Fact]
    public async Task A_report_that_is_sent_again_keeps_the_contact_that_it_came_with_first()
    {
        var first = await ReportAsync(s_contact, "contact-again");
        var again = await api.PostAsync("/v1/incidents", Report(new { phone = "110" }), ("Idempotency-Key", "contact-again"));
        var another = await api.PostAsync("/v1/incidents", Report(new { phone = "110" }, "Another lid"), ("Idempotency-Key", "contact-again"));

        Assert.Equal((200, first.Id), (again.Number, again.Id));
        Assert.Equal("idempotency_key_reused", another.Code);
        Assert.Equal("139 0000 0000", (await ShowAsync(first.Id, s_township)).Read("phone"));
    }

    [Fact]
    public async Task A_report_that_came_without_contact_gets_none_later()
    {
        var first = await ReportAsync(null, "no-contact-first");
        await api.PostAsync("/v1/incidents", Report(s_contact), ("Idempotency-Key", "no-contact-first"));

        Assert.Equal("no_contact", (await ShowAsync(first.Id, s_township)).Code);
    }

    [Fact]
    public async Task Of_a_report_that_is_refused_nothing_is_kept()
    {
        var refused = await api.PostAsync("/v1/incidents", new { itemCode = "9999", gridCode = Demo.Grid, description = "A lid.", contact = s_contact }, ("Idempotency-Key", "contact-refused"));

        Assert.Equal("unknown_item", refused.Code);
        Assert.Null(await api.Store.FindAsync(Hosting.Incidents.IncidentIds.ForKey("anonymous", "contact-refused"), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_holds_the_tracking_code_erases_it_for_good()
    {
        var report = await ReportAsync(s_contact, "contact-erased");

        var erased = await EraseAsync(report);
        var again = await EraseAsync(report);
        var resent = await api.PostAsync("/v1/incidents", Report(s_contact), ("Idempotency-Key", "contact-erased"));

        Assert.Equal(200, erased.Number);
        Assert.Equal(erased.Text, again.Text);
        Assert.Equal(200, resent.Number);
        var shown = await ShowAsync(report.Id, s_township);
        Assert.Equal((410, "contact_erased"), (shown.Number, shown.Code));
        var stored = await FindAsync(report.Id);
        Assert.Equal((true, true, true), (stored!.Key is null, stored.Ciphertext.IsEmpty, stored.ErasedAt is not null));
        Assert.Equal("unknown_tracking_code", (await api.SendAsync(HttpMethod.Delete, "/v1/public/track/0000-0000-0000/contact", null)).Code);
    }

    [Theory]
    [InlineData("652390001", 200)]
    [InlineData("6523", 200)]
    [InlineData("652390100", 404)]
    public async Task A_centre_of_the_place_erases_it(string scope, int status)
    {
        var report = await ReportAsync(s_contact);

        var answer = await api.SendAsync(HttpMethod.Delete, $"/v1/incidents/{report.Id}/contact", null, ContactsApi.As(CallerRole.CentreOperator, scope));

        Assert.Equal(status, answer.Number);
        Assert.Equal(status == 200, (await FindAsync(report.Id))!.ErasedAt is not null);
    }

    [Fact]
    public async Task Everything_that_is_wrong_is_said_at_once_and_nothing_of_it_repeated()
    {
        var answer = await api.PostAsync("/v1/incidents", new { itemCode = "1", gridCode = Demo.Grid, description = "A lid.", contact = new { name = "secret\u202E", phone = "secret", email = "secret" } });

        Assert.Equal((400, "invalid_report"), (answer.Number, answer.Code));
        Assert.Equal(["item_code_malformed", "name_not_text", "phone_malformed", "email_malformed"], answer.ErrorCodes);
        Assert.Contains("contact.phone", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", answer.Text, StringComparison.Ordinal);
        Assert.Equal("contact_unreachable", (await api.PostAsync("/v1/incidents", Report(new { name = "Somebody", phone = "" }))).Code);
    }

    private static object Report(object? contact, string description = "A lid is missing.") =>
        new { itemCode = Demo.TownshipItem, gridCode = Demo.Grid, description, contact };

    private async Task<ApiAnswer> ReportAsync(object? contact, string? key = null)
    {
        var answer = await api.PostAsync("/v1/incidents", Report(contact), key is null ? [] : [("Idempotency-Key", key)]);
        Assert.True(answer.Number == 201, answer.Text);
        return answer;
    }

    private Task<ApiAnswer> ShowAsync(string id, (string, string) caller) => api.PostAsync($"/v1/incidents/{id}/contact", new { purpose = Purpose }, caller);

    private Task<ApiAnswer> EraseAsync(ApiAnswer report) => api.SendAsync(HttpMethod.Delete, $"/v1/public/track/{report.Read("trackingCode")}/contact", null);

    private Task<StoredContact?> FindAsync(string id) => api.Store.FindAsync(IncidentId.TryParse(id, out var parsed) ? parsed : default, TestContext.Current.CancellationToken);
}
