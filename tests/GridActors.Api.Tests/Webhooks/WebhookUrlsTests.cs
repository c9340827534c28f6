using GridActors.Hosting.Webhooks;

namespace GridActors.Api.Tests.Webhooks;

public sealed class WebhookUrlsTests
{
    [Theory]
    [InlineData("https://receiver.example/hook?x=1", WebhookUrlProblem.None)]
    [InlineData("https://例子.example", WebhookUrlProblem.None)]
    [InlineData("https://8.8.8.8:8443/", WebhookUrlProblem.None)]
    [InlineData("http://receiver.example", WebhookUrlProblem.Insecure)]
    [InlineData("https://127.0.0.1", WebhookUrlProblem.NotPublic)]
    [InlineData("https://2130706433", WebhookUrlProblem.NotPublic)]
    [InlineData("https://0x7f.1", WebhookUrlProblem.NotPublic)]
    [InlineData("https://[::1]", WebhookUrlProblem.NotPublic)]
    [InlineData("https://[::ffff:10.0.0.1]/", WebhookUrlProblem.NotPublic)]
    [InlineData("https://169.254.169.254/latest", WebhookUrlProblem.NotPublic)]
    [InlineData("https://user@receiver.example", WebhookUrlProblem.Malformed)]
    [InlineData("https://receiver.example/#top", WebhookUrlProblem.Malformed)]
    [InlineData("https://", WebhookUrlProblem.Malformed)]
    [InlineData("file:///etc/passwd", WebhookUrlProblem.Malformed)]
    [InlineData("receiver.example", WebhookUrlProblem.Malformed)]
    [InlineData("", WebhookUrlProblem.Malformed)]
    [InlineData(null, WebhookUrlProblem.Malformed)]
    public void An_address_is_public_and_safe(string? url, WebhookUrlProblem problem) => Assert.Equal(problem, WebhookUrls.Check(url, new WebhookOptions()));

    [Fact]
    public void What_is_configured_is_allowed()
    {
        var trial = new WebhookOptions { AllowInsecure = true, AllowPrivateAddresses = true };

        Assert.Equal(WebhookUrlProblem.None, WebhookUrls.Check("http://127.0.0.1:5000/hook", trial));
        Assert.Equal(WebhookUrlProblem.Malformed, WebhookUrls.Check($"http://receiver.example/{new string('x', WebhookUrls.MaxLength)}", trial));
    }
}
