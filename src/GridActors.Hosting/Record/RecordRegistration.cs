using GridActors.Grains.Record;
using GridActors.Storage.Record;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GridActors.Hosting.Record;

internal static class RecordRegistration
{
    private const int MaxIntervalSeconds = 3_600;

    /// <summary>Whoever signs the record of a silo. The store is added elsewhere.</summary>
    /// <param name="dataDirectory">Of an embedded store, which makes a key where there is none; null in a cluster.</param>
    /// <exception cref="ConfigurationRefusedException">The key cannot be read, or the interval is out of range.</exception>
    public static void AddRecord(this IHostApplicationBuilder builder, string? dataDirectory)
    {
        var options = builder.Configuration.GetSection(RecordOptions.Section).Get<RecordOptions>() ?? new RecordOptions();
        if (options.IntervalSeconds is < 1 or > MaxIntervalSeconds)
        {
            throw new ConfigurationRefusedException($"Record:IntervalSeconds is {options.IntervalSeconds}; it must be 1 to {MaxIntervalSeconds}.");
        }

        if (FindKey(options, dataDirectory) is not { } key)
        {
            builder.Services.AddHostedService<UnsignedRecordNotice>();
            return;
        }

        builder.Services
            .AddSingleton(_ => key)
            .AddSingleton<RecordMetrics>()
            .AddSingleton<RecordSigner>()
            .AddSingleton(s => new RecordFollower(
                s.GetRequiredService<RecordSigner>(),
                TimeSpan.FromSeconds(options.IntervalSeconds),
                s.GetRequiredService<RecordMetrics>(),
                s.GetRequiredService<ILogger<RecordFollower>>()))
            .AddHostedService(s => s.GetRequiredService<RecordFollower>());
    }

    private static RecordKey? FindKey(RecordOptions options, string? dataDirectory)
    {
        if (!string.IsNullOrWhiteSpace(options.KeyFile))
        {
            return RecordKeyFile.ReadPrivate(options.KeyFile);
        }

        if (dataDirectory is null)
        {
            return null;
        }

        var path = Path.Combine(dataDirectory, RecordKeyFile.DefaultName);
        RecordKeyFile.CreateIfMissing(path);
        return RecordKeyFile.ReadPrivate(path);
    }
}
