using GridActors.Grains.Access;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GridActors.Hosting.Access;

internal static class TicketRegistration
{
    private const string Setting = $"{AccessOptions.Section}:{nameof(AccessOptions.TicketKey)}";

    /// <summary>The key that calls of actors are signed with.</summary>
    /// <exception cref="ConfigurationRefusedException">A cluster without a key, or one that is no key.</exception>
    public static void AddCallTickets(this IHostApplicationBuilder builder, bool isEmbedded)
    {
        var options = builder.Configuration.GetSection(AccessOptions.Section).Get<AccessOptions>() ?? new AccessOptions();
        builder.Services.AddSingleton(isEmbedded ? CallTickets.WithFreshKey() : new CallTickets(ReadKey(options.TicketKey)));
    }

    /// <summary>The key itself never goes into a message.</summary>
    private static byte[] ReadKey(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            throw new ConfigurationRefusedException($"{Setting} is missing: a cluster needs a key of at least {CallTickets.MinKeyBytes} random bytes in base64, the same for each of its hosts. Draw one with: openssl rand -base64 32");
        }

        var key = new byte[text.Length];
        return Convert.TryFromBase64String(text, key, out var length) && length >= CallTickets.MinKeyBytes
            ? key[..length]
            : throw new ConfigurationRefusedException($"{Setting} is no key: it has to be at least {CallTickets.MinKeyBytes} random bytes in base64.");
    }
}
