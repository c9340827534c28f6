using System.Collections.Immutable;
using GridActors.ApiHost.Incidents;
using GridActors.Core.Catalogue;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Core.WorkingTime;

namespace GridActors.Api.Tests.Incidents;

public sealed class WhyTextTests
{
    private static readonly DateTimeOffset _noon = new(2025, 1, 2, 4, 0, 0, TimeSpan.Zero);
    private static readonly PinnedItem _item = new(ItemCode.Parse("0101"), 3, Severity.S2, new Limit(15, LimitUnit.Minute), new Limit(2, LimitUnit.UrgentHour));
    private static readonly Post _village = Post.Of(DivisionCode.Parse(Demo.Village));
    private static readonly Post _township = Post.Of(DivisionCode.Parse(Demo.Township));
    private static readonly Post _county = Post.Of(DivisionCode.Parse(Demo.County));

    public static TheoryData<RoutingRule> Rules => [.. Enum.GetValues<RoutingRule>()];

    [Fact]
    public void A_climb_names_who_missed_it_who_has_it_and_who_was_skipped()
    {
        var why = Explain(RoutingRule.AcceptLimitExpired, _county, _township);

        Assert.Equal(
            $"Nobody at village {Demo.Village} accepted within the limit: moved to county {Demo.County}; vacant and skipped: township {Demo.Township}.",
            WhyText.English(why, _item, _village));
        Assert.Equal(
            $"村社区{Demo.Village}在受理时限内无人受理:上转至县市{Demo.County};无人值班而跳过:乡镇街道{Demo.Township}。",
            WhyText.Chinese(why, _item, _village));
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Every_rule_is_told_in_both_languages(RoutingRule rule)
    {
        var why = Explain(rule, _county);

        Assert.Contains(Demo.County, WhyText.English(why, _item, _township), StringComparison.Ordinal);
        Assert.Contains(Demo.County, WhyText.Chinese(why, _item, _township), StringComparison.Ordinal);
    }

    private static Explanation Explain(RoutingRule rule, Post to, params ImmutableArray<Post> vacant) => new(_noon, rule, to, vacant, 3, 1);
}
