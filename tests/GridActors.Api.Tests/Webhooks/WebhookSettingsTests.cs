using GridActors.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace GridActors.Api.Tests.Webhooks;

public sealed class WebhookSettingsTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("gridactors-webhook-settings-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData("Production", "Webhooks:AllowInsecure", "true")]
    [InlineData("Development", "Webhooks:SecretKeyFile", "/nowhere/webhooks.key")]
    public void A_setting_that_is_refused_is_named(string environment, string setting, string value)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { EnvironmentName = environment });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["GridActors:DataDirectory"] = _directory.FullName, [setting] = value });

        var refused = Assert.Throws<ConfigurationRefusedException>(() => builder.AddGridActors());

        Assert.Contains(setting, refused.Message, StringComparison.Ordinal);
    }
}
