using System.Globalization;
using System.Text.Json;
using GridActors.Bench.Processes;

namespace GridActors.Bench.Load;

/// <summary>The load: wrk with one of the scripts beside this file.</summary>
internal static class Wrk
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <param name="script">Name of a script without its ending.</param>
    /// <param name="authorization">What the script shows where more than a report is asked for.</param>
    /// <param name="threads">1 is enough for any server on the same machine; the recovery script needs one per connection.</param>
    public static async Task<WrkResult> RunAsync(Uri address, string script, int threads, int connections, TimeSpan duration, string[] arguments, CancellationToken ct, string? authorization = null)
    {
        string[] all =
        [
            "-t", Text(threads), "-c", Text(connections), "-d", string.Create(CultureInfo.InvariantCulture, $"{(int)duration.TotalSeconds}s"), "--timeout", "30s",
            .. (authorization is null ? Array.Empty<string>() : ["-H", $"Authorization: {authorization}"]),
            "-s", Path.Combine(AppContext.BaseDirectory, "Load", script + ".lua"), address.ToString(), "--", .. arguments,
        ];
        var output = await Shell.RunAsync("wrk", all, ct);
        var line = output.Split('\n').LastOrDefault(l => l.StartsWith('{')) ?? throw new InvalidOperationException($"wrk has no result: {output}");
        return JsonSerializer.Deserialize<WrkResult>(line, Json)!;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
