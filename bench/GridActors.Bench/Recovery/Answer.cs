using System.Globalization;

namespace GridActors.Bench.Recovery;

/// <summary>What a client got for one attempt.</summary>
/// <param name="Key">The idempotency key, which is also the description of the report.</param>
/// <param name="Id">Null unless it was acknowledged.</param>
internal sealed record Answer(int Client, long AtMilliseconds, int Status, string Key, Guid? Id)
{
    public bool IsAcknowledged => Id is not null && Status is 200 or 201;

    /// <summary>Reads the files that the clients of one run wrote, one each.</summary>
    public static Answer[] ReadAll(string path) =>
    [
        .. Directory.GetFiles(Path.GetDirectoryName(path)!, Path.GetFileName(path) + ".*")
            .SelectMany((file, client) => File.ReadLines(file).Select(line => Read(client, line)))
            .OrderBy(a => a.AtMilliseconds),
    ];

    private static Answer Read(int client, string line)
    {
        var fields = line.Split(' ');
        return new Answer(
            client,
            long.Parse(fields[0], CultureInfo.InvariantCulture),
            int.Parse(fields[1], CultureInfo.InvariantCulture),
            fields[2],
            Guid.TryParse(fields[3], out var id) ? id : null);
    }
}
