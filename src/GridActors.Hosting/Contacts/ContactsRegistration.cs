using GridActors.Core.Contacts;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Contacts;

internal static class ContactsRegistration
{
    private const int MaxRetentionDays = 3_650;

    /// <summary>Adds the vault, and says how long the sweeper of a silo keeps contacts. The store is added elsewhere.</summary>
    /// <param name="dataDirectory">Of an embedded store, which makes a key where there is none; null in a cluster.</param>
    /// <exception cref="ConfigurationRefusedException">The keys cannot be read, are required and not there, or the retention is out of range.</exception>
    public static void AddContacts(this IHostApplicationBuilder builder, string? dataDirectory)
    {
        var options = builder.Configuration.GetSection(ContactsOptions.Section).Get<ContactsOptions>() ?? new ContactsOptions();
        if (options.RetentionDays is < 1 or > MaxRetentionDays)
        {
            throw new ConfigurationRefusedException($"Contacts:RetentionDays is {options.RetentionDays}; it must be 1 to {MaxRetentionDays}.");
        }

        var path = FindKeys(options, dataDirectory);
        builder.Services
            .AddSingleton(new ContactRetention(TimeSpan.FromDays(options.RetentionDays)))
            .AddSingleton(s => new ContactKeys(path, s.GetRequiredService<ILogger<ContactKeys>>()))
            .AddSingleton<ContactVault>();
    }

    private static string? FindKeys(ContactsOptions options, string? dataDirectory)
    {
        var path = string.IsNullOrWhiteSpace(options.KeyFile) ? null : options.KeyFile;
        if (path is null && dataDirectory is not null)
        {
            path = Path.Combine(dataDirectory, ContactKeyFile.DefaultName);
            ContactKeyFile.CreateIfMissing(path);
        }

        if (path is not null)
        {
            ContactKeyFile.Read(path);
        }
        else if (options.Required)
        {
            throw new ConfigurationRefusedException("Contacts:Required=true needs a key: set Contacts:KeyFile.");
        }

        return path;
    }
}
