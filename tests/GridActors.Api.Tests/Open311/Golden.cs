using System.Text;
using System.Text.RegularExpressions;

namespace GridActors.Api.Tests.Open311;

/// <summary>
/// Expected documents, byte by byte. What differs from run to run is replaced in the answer first: the host's address by
/// <c>http://host</c>, instants by <c>2000-01-01T00:00:00Z</c>, tracking codes by <c>0000-0000-0000</c>.
/// </summary>
internal static partial class Golden
{
    /// <summary>With <c>GRIDACTORS_WRITE_GOLDEN=1</c> the file is written first; the change is then defended in review.</summary>
    public static async Task MatchesAsync(this ApiAnswer answer, string name)
    {
        var actual = await ReadAsync(answer);
        var file = Path.Combine(Folder, name);
        if (Environment.GetEnvironmentVariable("GRIDACTORS_WRITE_GOLDEN") == "1")
        {
            await File.WriteAllBytesAsync(file, actual, TestContext.Current.CancellationToken);
        }

        var expected = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(Encoding.UTF8.GetString(expected), Encoding.UTF8.GetString(actual));
        Assert.Equal(expected, actual);
    }

    private static string Folder
    {
        get
        {
            var folder = new DirectoryInfo(AppContext.BaseDirectory);
            while (!File.Exists(Path.Combine(folder.FullName, "GridActors.sln")))
            {
                folder = folder.Parent ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
            }

            return Path.Combine(folder.FullName, "tests", "GridActors.Api.Tests", "Open311", "Golden");
        }
    }

    private static async Task<byte[]> ReadAsync(ApiAnswer answer)
    {
        var bytes = await answer.Response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var text = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true).GetString(bytes);
        var host = answer.Response.RequestMessage!.RequestUri!.GetLeftPart(UriPartial.Authority);
        text = text.Replace(host, "http://host", StringComparison.Ordinal);
        text = Instant().Replace(text, "2000-01-01T00:00:00Z");
        return Encoding.UTF8.GetBytes(TrackingCode().Replace(text, "0000-0000-0000"));
    }

    [GeneratedRegex(@"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?Z")]
    private static partial Regex Instant();

    [GeneratedRegex(@"\b[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}-[0-9A-HJKMNP-TV-Z]{4}\b")]
    private static partial Regex TrackingCode();
}
