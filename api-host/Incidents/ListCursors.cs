using System.Buffers.Binary;
using System.Buffers.Text;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>Cursors as clients see them: 24 bytes in base64url, the report's ticks and the incident's id.</summary>
internal static class ListCursors
{
    private const int Length = 24;

    public static string Write(Incident last) => Write(new ListCursor(last.ReportedAt, last.Id));

    public static string Write(ListCursor last)
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, last.ReportedAt.UtcTicks);
        last.Id.Value.TryWriteBytes(bytes[8..], bigEndian: true, out _);
        return Base64Url.EncodeToString(bytes);
    }

    public static bool TryRead(string text, out ListCursor cursor)
    {
        cursor = default;
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length != Length / 3 * 4 || !Base64Url.IsValid(text) || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Length)
        {
            return false;
        }

        var ticks = BinaryPrimitives.ReadInt64BigEndian(bytes);
        if (ticks < 0 || ticks > DateTimeOffset.MaxValue.UtcTicks)
        {
            return false;
        }

        cursor = new ListCursor(new DateTimeOffset(ticks, TimeSpan.Zero), new IncidentId(new Guid(bytes[8..], bigEndian: true)));
        return true;
    }
}
