using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace GridActors.Hosting.Storage;

/// <summary>
/// Tells others on this machine where the process that owns a data directory answers. Believe it only while the lock is
/// taken: a killed process leaves the file behind. The lock is given back when everything has stopped.
/// </summary>
public sealed class InstanceFile(IServiceProvider services, DataDirectoryLock directoryLock, IOptions<GridActorsOptions> options) : HostStep
{
    private const string FileName = "instance.json";
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    /// <summary>The URL of the instance that wrote the file; null where there is none, or where it has no HTTP API.</summary>
    public static Uri? ReadUrl(string dataDirectory)
    {
        var path = Path.Combine(dataDirectory, FileName);
        return File.Exists(path) && JsonSerializer.Deserialize<Instance>(File.ReadAllText(path), _json)?.Url is { } url ? new Uri(url) : null;
    }

    public override async Task StartedAsync(CancellationToken cancellationToken)
    {
        var url = services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        var text = JsonSerializer.Serialize(new Instance(url, Environment.ProcessId), _json);
        await File.WriteAllTextAsync(PathIn(options.Value), text, cancellationToken);
    }

    public override Task StoppedAsync(CancellationToken cancellationToken)
    {
        File.Delete(PathIn(options.Value));
        directoryLock.Dispose();
        return Task.CompletedTask;
    }

    private static string PathIn(GridActorsOptions options) => Path.Combine(options.DataDirectory, FileName);

    private sealed record Instance(string? Url, int Pid);
}
