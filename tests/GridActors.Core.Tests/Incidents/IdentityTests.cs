using CsCheck;
using GridActors.Core.Incidents;
using GridActors.Core.Tests.Serialization;

namespace GridActors.Core.Tests.Incidents;

/// <summary>Incident ids, tracking codes, posts and actors.</summary>
public sealed class IdentityTests
{
    [Fact]
    public void A_tracking_code_is_three_groups_of_four_that_can_be_read_out() =>
        Gen.ULong.Sample(bits => Assert.Matches("^[0-9A-HJKMNP-TV-Z]{4}(-[0-9A-HJKMNP-TV-Z]{4}){2}$", TrackingCode.FromBits(bits).ToString()));

    [Theory]
    [InlineData(0UL, "0000-0000-0000")]
    [InlineData(1UL, "0000-0000-0001")]
    [InlineData(0x0FFF_FFFF_FFFF_FFFFUL, "ZZZZ-ZZZZ-ZZZZ")]
    [InlineData(ulong.MaxValue, "ZZZZ-ZZZZ-ZZZZ")]
    public void Sixty_bits_are_one_tracking_code(ulong bits, string text) => Assert.Equal(text, TrackingCode.FromBits(bits).ToString());

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("00000000000000")]
    [InlineData("0000-0000-000")]
    [InlineData("0000-0000-000U")]
    [InlineData("0000-0000 0000")]
    public void A_text_with_other_letters_or_groups_is_no_tracking_code(string? text) => Assert.False(TrackingCode.TryParse(text, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0195b2c87d0a7c3e9f00112233445566")]
    [InlineData("{0195b2c8-7d0a-7c3e-9f00-112233445566}")]
    public void An_incident_id_is_written_with_dashes_only(string? text) => Assert.False(IncidentId.TryParse(text, out _));

    [Fact]
    public void Clock_slots_are_spread_evenly_over_ids()
    {
        const int Ids = 64 * IncidentId.ClockSlots;
        var filled = new int[IncidentId.ClockSlots];

        foreach (var i in Enumerable.Range(0, Ids))
        {
            filled[new IncidentId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddSeconds(i))).ClockSlot]++;
        }

        Assert.InRange(filled.Min(), 20, 64);
        Assert.InRange(filled.Max(), 64, 128);
    }

    [Theory]
    [InlineData("01890a5d-ac96-774b-bcce-b302099a8057", 854)]
    [InlineData("00000000-0000-0000-0000-000000000000", 108)]
    public void A_clock_slot_is_stored_and_never_changes(string id, int slot) => Assert.Equal(slot, new IncidentId(Guid.Parse(id)).ClockSlot);

    [Theory]
    [InlineData("652301001001001", Tier.Grid, false)]
    [InlineData("652301001001", Tier.Village, false)]
    [InlineData("652301001000", Tier.Township, true)]
    [InlineData("652301000000", Tier.County, true)]
    [InlineData("652300000000", Tier.Prefecture, true)]
    public void A_post_follows_from_its_code_and_is_a_centre_from_the_township_up(string code, Tier tier, bool isCentre)
    {
        var parsed = Post.TryParse(code, out var post);

        Assert.True(parsed);
        Assert.Equal(tier, post.Tier);
        Assert.Equal(isCentre, post.IsCentre);
        Assert.Equal(code, post.ToString());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("652301")]
    [InlineData("650000000000")]
    public void A_text_that_is_neither_grid_nor_division_is_no_post(string? text) => Assert.False(Post.TryParse(text, out _));

    [Fact]
    public void An_actor_knows_the_post_or_worker_it_was_made_of() =>
        Gen.Select(Codes.Grids, Codes.Workers).Sample((grid, worker) =>
        {
            Assert.Equal(Post.Of(grid), Actor.Of(Post.Of(grid)).Post);
            Assert.Equal(worker, Actor.Of(worker).Worker);
            Assert.Null(Actor.Of(worker).Post);
            Assert.Null(Actor.Of(Post.Of(grid)).Worker);
        });

    [Fact]
    public void An_actor_that_nobody_set_is_the_clock() => Assert.Equal(Actor.Clock, default);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("post:")]
    [InlineData("post:123")]
    [InlineData("worker:")]
    [InlineData("worker:王小明")]
    [InlineData("Clock")]
    [InlineData("somebody")]
    public void A_text_that_names_nobody_is_no_actor(string? text) => Assert.False(Actor.TryParse(text, out _));
}
