using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace GridActors.Hosting.Webhooks;

public static class WebhookRegistration
{
    private const string KeyFileName = "webhooks.key";

    /// <summary>Keys, addresses and secrets in every process; whoever sends is in silos only.</summary>
    /// <exception cref="ConfigurationRefusedException">A setting is refused, or the key file is no such file.</exception>
    internal static void AddWebhooks(this IHostApplicationBuilder builder, GridActorsOptions options, bool isEmbedded, bool withSilo)
    {
        var section = builder.Configuration.GetSection(WebhookOptions.Section);
        var webhooks = section.Get<WebhookOptions>() ?? new WebhookOptions();
        if (webhooks.AllowInsecure && builder.Environment.IsProduction())
        {
            throw new ConfigurationRefusedException($"{WebhookOptions.Section}:{nameof(WebhookOptions.AllowInsecure)} is for trials and is refused in Production: receivers have https.");
        }

        builder.Services.Configure<WebhookOptions>(section);
        builder.Services.AddSingleton(
            !string.IsNullOrWhiteSpace(webhooks.SecretKeyFile) ? SecretKeys.Load(webhooks.SecretKeyFile)
            : isEmbedded && webhooks.Send ? SecretKeys.LoadOrCreate(Path.Combine(options.DataDirectory, KeyFileName))
            : SecretKeys.None);
        if (withSilo && webhooks.Send)
        {
            builder.Services.AddDispatch();
        }
    }

    private static IServiceCollection AddDispatch(this IServiceCollection services) => services
        .AddSingleton(s => new GuardedConnection(s.GetRequiredService<IOptions<WebhookOptions>>().Value.AllowPrivateAddresses, GuardedConnection.SystemResolver))
        .AddSingleton(s => new WebhookSender(
            s.GetRequiredService<GuardedConnection>(),
            s.GetRequiredService<SecretKeys>(),
            s.GetRequiredService<IOptions<WebhookOptions>>().Value,
            s.GetRequiredService<TimeProvider>()))
        .AddSingleton<WebhookDispatcher>()
        .AddHostedService(s => s.GetRequiredService<WebhookDispatcher>())
        .AddSingleton<WebhookKeeper>()
        .AddHostedService(s => s.GetRequiredService<WebhookKeeper>());
}
