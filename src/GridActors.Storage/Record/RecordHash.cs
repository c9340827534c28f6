using System.Buffers.Binary;

namespace GridActors.Storage.Record;

/// <summary>A SHA-256. All zeros where there is none yet.</summary>
public readonly record struct RecordHash(UInt128 High, UInt128 Low)
{
    /// <summary>In bytes.</summary>
    public const int Size = 32;

    private const int Half = Size / 2;

    /// <summary>What the first event of an incident follows, and the first checkpoint of a county.</summary>
    public static RecordHash None => default;

    public bool IsNone => this == None;

    /// <exception cref="ArgumentOutOfRangeException">Not 32 bytes.</exception>
    public static RecordHash Read(ReadOnlySpan<byte> bytes)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(bytes.Length, Size);
        return new RecordHash(BinaryPrimitives.ReadUInt128BigEndian(bytes), BinaryPrimitives.ReadUInt128BigEndian(bytes[Half..]));
    }

    /// <summary>What a store has of a hash: null where it has none, and where what it has is no hash, which only somebody else can have written.</summary>
    public static RecordHash? ReadStored(byte[]? bytes) => bytes is { Length: Size } ? Read(bytes) : null;

    /// <param name="target">At least <see cref="Size"/> bytes.</param>
    public void WriteTo(Span<byte> target)
    {
        BinaryPrimitives.WriteUInt128BigEndian(target, High);
        BinaryPrimitives.WriteUInt128BigEndian(target[Half..], Low);
    }

    public byte[] ToBytes()
    {
        var bytes = new byte[Size];
        WriteTo(bytes);
        return bytes;
    }

    /// <summary>64 hexadecimal digits.</summary>
    public override string ToString() => Convert.ToHexStringLower(ToBytes());
}
