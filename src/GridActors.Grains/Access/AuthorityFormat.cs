using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using GridActors.Core.Access;
using GridActors.Core.Departments;
using GridActors.Core.Workers;

namespace GridActors.Grains.Access;

/// <summary>An authority in the bytes of a ticket: whether it is the platform, the subject, and each grant with its role, scope, worker and department. Only what was signed is ever read.</summary>
internal static class AuthorityFormat
{
    private const byte OfCaller = 1;
    private const byte OfSystem = 2;

    public static void Write(ArrayBufferWriter<byte> buffer, Authority authority)
    {
        WriteByte(buffer, authority.IsSystem ? OfSystem : OfCaller);
        if (authority.IsSystem)
        {
            return;
        }

        WriteText(buffer, authority.Caller.Subject);
        WriteNumber(buffer, authority.Caller.Grants.Length);
        foreach (var grant in authority.Caller.Grants)
        {
            WriteByte(buffer, (byte)grant.Role);
            WriteText(buffer, grant.Scope);
            WriteText(buffer, grant.Worker?.ToString() ?? "");
            WriteText(buffer, grant.Department?.ToString() ?? "");
        }
    }

    public static Authority Read(ReadOnlySpan<byte> bytes)
    {
        if (bytes[0] == OfSystem)
        {
            return Authority.System;
        }

        var rest = bytes[1..];
        var subject = ReadText(ref rest);
        var grants = new Grant[ReadNumber(ref rest)];
        for (var i = 0; i < grants.Length; i++)
        {
            var role = (CallerRole)rest[0];
            rest = rest[1..];
            var scope = ReadText(ref rest);
            grants[i] = new Grant(
                role,
                scope,
                ReadText(ref rest) is { Length: > 0 } worker ? WorkerId.Parse(worker) : null,
                ReadText(ref rest) is { Length: > 0 } department ? DepartmentCode.Parse(department) : null);
        }

        return Authority.Of(new Caller(subject, ImmutableCollectionsMarshal.AsImmutableArray(grants)));
    }

    private static void WriteByte(ArrayBufferWriter<byte> buffer, byte value)
    {
        buffer.GetSpan(1)[0] = value;
        buffer.Advance(1);
    }

    private static void WriteNumber(ArrayBufferWriter<byte> buffer, int value)
    {
        BitConverter.TryWriteBytes(buffer.GetSpan(sizeof(int)), value);
        buffer.Advance(sizeof(int));
    }

    private static void WriteText(ArrayBufferWriter<byte> buffer, string text)
    {
        WriteNumber(buffer, Encoding.UTF8.GetByteCount(text));
        buffer.Advance(Encoding.UTF8.GetBytes(text, buffer.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length))));
    }

    private static int ReadNumber(ref ReadOnlySpan<byte> bytes)
    {
        var value = BitConverter.ToInt32(bytes);
        bytes = bytes[sizeof(int)..];
        return value;
    }

    private static string ReadText(ref ReadOnlySpan<byte> bytes)
    {
        var length = ReadNumber(ref bytes);
        var text = Encoding.UTF8.GetString(bytes[..length]);
        bytes = bytes[length..];
        return text;
    }
}
