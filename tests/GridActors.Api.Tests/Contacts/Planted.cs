using System.Text;

namespace GridActors.Api.Tests.Contacts;

/// <summary>Text in every form in which it could lie about: as characters, escaped, in hexadecimal digits and in base 64.</summary>
internal static class Planted
{
    /// <summary>Of a text within base 64, which begins anywhere, so many characters at each end depend on what stands beside it.</summary>
    private const int Edge = 4;

    public static IEnumerable<(string Form, byte[] Bytes)> FormsOf(string text)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        yield return ("UTF-8", utf8);
        foreach (var wide in new[] { Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            yield return (wide.EncodingName, wide.GetBytes(text));
            yield return ($"{wide.EncodingName} in hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(wide.GetBytes(text))));
        }

        yield return ("hex", Encoding.ASCII.GetBytes(Convert.ToHexStringLower(utf8)));
        yield return ("HEX", Encoding.ASCII.GetBytes(Convert.ToHexString(utf8)));
        yield return ("escaped", Encoding.ASCII.GetBytes(string.Concat(text.Select(c => $"\\u{(int)c:x4}"))));
        yield return ("ESCAPED", Encoding.ASCII.GetBytes(string.Concat(text.Select(c => $"\\u{(int)c:X4}"))));
        yield return ("in an address", Encoding.ASCII.GetBytes(Uri.EscapeDataString(text)));
        for (var offset = 0; offset < 3; offset++)
        {
            var base64 = Convert.ToBase64String([.. new byte[offset], .. utf8, .. new byte[(3 - ((offset + utf8.Length) % 3)) % 3]]);
            yield return ($"base 64, {offset} bytes in", Encoding.ASCII.GetBytes(base64[Edge..^Edge]));
        }
    }

    /// <summary>The forms of a text that are in something.</summary>
    public static IEnumerable<string> FindIn(byte[] haystack, string text) =>
        FormsOf(text).Where(f => haystack.AsSpan().IndexOf(f.Bytes) >= 0).Select(f => f.Form);

    /// <summary>The files below a directory in which a text is, each with its form.</summary>
    public static IReadOnlyList<string> FindBelow(string directory, string text)
    {
        var found = new List<string>();

        // Nothing is in an empty file, and one of them is the lock of a data directory, which nobody opens.
        foreach (var path in Directory.EnumerateFiles(directory, "*", SearchOption.AllDirectories).Where(p => new FileInfo(p).Length > 0))
        {
            found.AddRange(FindIn(Read(path), text).Select(form => $"{Path.GetRelativePath(directory, path)}: {form}"));
        }

        return found;
    }

    private static byte[] Read(string path)
    {
        using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        file.CopyTo(bytes);
        return bytes.ToArray();
    }
}
