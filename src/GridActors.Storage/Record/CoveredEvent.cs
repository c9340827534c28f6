using System.Collections.Immutable;
using System.Buffers.Binary;
using GridActors.Core.Incidents;

namespace GridActors.Storage.Record;

/// <summary>An event in the list of a checkpoint.</summary>
/// <param name="Version">Of the incident with this event.</param>
public readonly record struct CoveredEvent(IncidentId Id, int Version, RecordHash Hash)
{
    /// <summary>In a list, in bytes: id, version, hash.</summary>
    private const int Size = 16 + sizeof(int) + RecordHash.Size;

    /// <summary>As a checkpoint keeps and signs them.</summary>
    public static byte[] WriteAll(IReadOnlyCollection<CoveredEvent> events)
    {
        var list = new byte[events.Count * Size];
        var target = list.AsSpan();
        foreach (var covered in events)
        {
            covered.Id.Value.TryWriteBytes(target, bigEndian: true, out _);
            BinaryPrimitives.WriteInt32BigEndian(target[16..], covered.Version);
            covered.Hash.WriteTo(target[20..]);
            target = target[Size..];
        }

        return list;
    }

    /// <returns>Null where the bytes are no such list.</returns>
    public static ImmutableArray<CoveredEvent>? ReadAll(ReadOnlySpan<byte> list)
    {
        if (list.Length % Size != 0)
        {
            return null;
        }

        var events = ImmutableArray.CreateBuilder<CoveredEvent>(list.Length / Size);
        for (; !list.IsEmpty; list = list[Size..])
        {
            events.Add(new CoveredEvent(
                new IncidentId(new Guid(list[..16], bigEndian: true)),
                BinaryPrimitives.ReadInt32BigEndian(list[16..]),
                RecordHash.Read(list.Slice(20, RecordHash.Size))));
        }

        return events.MoveToImmutable();
    }
}
