using System.Text;
using GridActors.Core.Incidents;
using GridActors.Storage.Record;

namespace GridActors.Storage.Tests.Record;

public sealed class EventHashTests
{
    private static readonly IncidentId s_id = new(Guid.Parse("0193b0a0-7c00-7000-8000-000000000001"));
    private static readonly DateTimeOffset s_at = new(2025, 3, 3, 3, 0, 0, 123, TimeSpan.Zero);

    /// <summary>Calculated apart from this program: a release that hashes otherwise would find every older record forged.</summary>
    [Fact]
    public void The_hash_of_an_event_is_the_same_in_every_release()
    {
        var first = Hash();
        var second = Hash(previous: first, version: 2);

        Assert.Equal("da1a14f269e436e62787e0fbfb21ce7d3562660172077592af254dbf7ff933fd", first.ToString());
        Assert.Equal("bc05bcab57e361c35f3899a3d0e574549f6c1735515db55fa71a8da9a1047666", second.ToString());
    }

    [Fact]
    public void Each_part_of_an_event_is_in_its_hash()
    {
        RecordHash[] hashes =
        [
            Hash(), Hash(previous: Hash()), Hash(id: new IncidentId(Guid.Empty)), Hash(version: 2), Hash(kind: "a.c"), Hash(body: "{\"a\":2}"),
            Hash(at: s_at.AddMicroseconds(1)), Hash(actor: "clock"),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct().Count());
    }

    [Fact]
    public void What_is_moved_from_one_text_to_the_next_is_another_event() =>
        Assert.Equal(3, new[] { Hash(kind: "ab", actor: "c"), Hash(kind: "a", actor: "bc"), Hash(kind: "abc", actor: "") }.Distinct().Count());

    private static RecordHash Hash(
        RecordHash previous = default, IncidentId? id = null, int version = 1, string kind = "a.b", string body = "{\"a\":1}", DateTimeOffset? at = null, string actor = "请求人") =>
        EventHash.Of(previous, id ?? s_id, version, kind, Encoding.UTF8.GetBytes(body), at ?? s_at, actor);
}
