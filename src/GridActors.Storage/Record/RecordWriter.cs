using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GridActors.Storage.Record;

/// <summary>
/// Writes what is hashed or signed: numbers big-endian, and every text and list behind its length in bytes, so that no two contents have
/// the same bytes. The layouts are a format: docs/record.md describes them, and a change is a new name in front.
/// </summary>
internal ref struct RecordWriter
{
    private byte[] _bytes;
    private int _length;

    /// <param name="name">Of the layout: what is hashed as one thing never passes for another.</param>
    /// <param name="capacity">The expected length in bytes.</param>
    public RecordWriter(ReadOnlySpan<byte> name, int capacity)
    {
        _bytes = ArrayPool<byte>.Shared.Rent(capacity + name.Length);
        Add(name);
    }

    public void Add(RecordHash hash)
    {
        hash.WriteTo(Reserve(RecordHash.Size));
    }

    public void Add(Guid id) => id.TryWriteBytes(Reserve(16), bigEndian: true, out _);

    public void Add(int number) => BinaryPrimitives.WriteInt32BigEndian(Reserve(sizeof(int)), number);

    public void Add(long number) => BinaryPrimitives.WriteInt64BigEndian(Reserve(sizeof(long)), number);

    public void Add(ulong number) => BinaryPrimitives.WriteUInt64BigEndian(Reserve(sizeof(ulong)), number);

    public void Add(string text)
    {
        var length = Encoding.UTF8.GetByteCount(text);
        Add(length);
        Encoding.UTF8.GetBytes(text, Reserve(length));
    }

    /// <summary>Behind its length.</summary>
    public void AddList(ReadOnlySpan<byte> bytes)
    {
        Add(bytes.Length);
        Add(bytes);
    }

    /// <summary>The hash of all that was added. The writer is of no use afterwards.</summary>
    public RecordHash ToHash()
    {
        Span<byte> hash = stackalloc byte[RecordHash.Size];
        SHA256.HashData(_bytes.AsSpan(0, _length), hash);
        ArrayPool<byte>.Shared.Return(_bytes);
        return RecordHash.Read(hash);
    }

    /// <summary>All that was added. The writer is of no use afterwards.</summary>
    public byte[] ToBytes()
    {
        var bytes = _bytes.AsSpan(0, _length).ToArray();
        ArrayPool<byte>.Shared.Return(_bytes);
        return bytes;
    }

    private void Add(ReadOnlySpan<byte> bytes) => bytes.CopyTo(Reserve(bytes.Length));

    private Span<byte> Reserve(int length)
    {
        if (_bytes.Length - _length < length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_bytes.Length * 2, _length + length));
            _bytes.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_bytes);
            _bytes = larger;
        }

        var reserved = _bytes.AsSpan(_length, length);
        _length += length;
        return reserved;
    }
}
