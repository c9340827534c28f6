using System.Diagnostics;
using GridActors.ApiHost.Json;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>Routing decisions in words.</summary>
internal static class WhyText
{
    /// <param name="from">The post that held the incident before; null for the report itself.</param>
    public static string English(Explanation why, PinnedItem item, Post? from)
    {
        var text = why.Rule switch
        {
            RoutingRule.StartTier => $"Reported to {Name(why.To)}, where item {item.Code} of catalogue version {item.CatalogueVersion} starts at this place",
            RoutingRule.PlaceOnBoundary => $"The place lies on a boundary of grids: offered to each of them, held by {Name(why.To)}",
            RoutingRule.PlaceUnmatched => $"No grid contains the place: in the unmatched queue of {Name(why.To)}",
            RoutingRule.AcceptLimitExpired => $"Nobody at {Name(from)} accepted within the limit: moved to {Name(why.To)}",
            RoutingRule.NoTierAbove => $"Nobody at {Name(from)} accepted within the limit and no staffed tier is above: stays with {Name(why.To)}",
            RoutingRule.GridChanged => $"Its grid changed: filed at its new place, with {Name(why.To)}",
            RoutingRule.HandedUp => $"Handed up by {Name(from)} to {Name(why.To)}",
            RoutingRule.SentDown => $"Sent down by {Name(from)} to {Name(why.To)}",
            RoutingRule.HandleLimitExpired => $"The handle limit ran out: {Name(why.To)} supervises",
            RoutingRule.StillOverdue => $"A further part of the handle limit ran out: {Name(why.To)} supervises",
            RoutingRule.WorkerFinding => $"Found by a head or full-time worker (Art. 26): {Name(why.To)} handles it, the village is told",
            RoutingRule.Emergency when from is null => $"An emergency: every tier is told at once, {Name(why.To)} holds it",
            RoutingRule.Emergency => $"An emergency: {Name(why.To)} accepted it before {Name(from)} did",
            RoutingRule.Oversight => $"A complaint or an appeal goes past whom it is about: to {Name(why.To)}",
            RoutingRule.Dispatched => $"Dispatched to departments; {Name(why.To)} goes on holding it",
            RoutingRule.ReturnedTwice => $"Returned twice by departments: {Name(why.To)} decides, and its decision binds",
            _ => throw new UnreachableException(why.Rule.ToString()),
        };
        return why.Vacant.IsEmpty ? $"{text}." : $"{text}; vacant and skipped: {string.Join(", ", why.Vacant.Select(v => Name(v)))}.";
    }

    /// <param name="from">The post that held the incident before; null for the report itself.</param>
    public static string Chinese(Explanation why, PinnedItem item, Post? from)
    {
        var text = why.Rule switch
        {
            RoutingRule.StartTier => $"事项{item.Code}(清单第{item.CatalogueVersion}版)在此由{NameZh(why.To)}受理",
            RoutingRule.PlaceOnBoundary => $"位置在网格交界处:同时告知相关网格,由{NameZh(why.To)}受理",
            RoutingRule.PlaceUnmatched => $"位置不在任何网格内:列入{NameZh(why.To)}待匹配队列",
            RoutingRule.AcceptLimitExpired => $"{NameZh(from)}在受理时限内无人受理:上转至{NameZh(why.To)}",
            RoutingRule.NoTierAbove => $"{NameZh(from)}在受理时限内无人受理,上级无人值班:仍由{NameZh(why.To)}受理",
            RoutingRule.GridChanged => $"网格变更:归入新的网格,由{NameZh(why.To)}承办",
            RoutingRule.HandedUp => $"{NameZh(from)}上交至{NameZh(why.To)}",
            RoutingRule.SentDown => $"{NameZh(from)}交办至{NameZh(why.To)}",
            RoutingRule.HandleLimitExpired => $"处置超期:由{NameZh(why.To)}督办",
            RoutingRule.StillOverdue => $"处置持续超期:由{NameZh(why.To)}督办",
            RoutingRule.WorkerFinding => $"网格长或专职网格员发现(第26条):由{NameZh(why.To)}处置,同时告知村社区",
            RoutingRule.Emergency when from is null => $"突发事件:同时告知各层级,由{NameZh(why.To)}受理",
            RoutingRule.Emergency => $"突发事件:{NameZh(why.To)}先于{NameZh(from)}受理",
            RoutingRule.Oversight => $"投诉或申诉不经当事人:由{NameZh(why.To)}受理",
            RoutingRule.Dispatched => $"已派遣联动部门:仍由{NameZh(why.To)}牵头督促",
            RoutingRule.ReturnedTwice => $"联动部门两次退回:由{NameZh(why.To)}裁定,裁定为准",
            _ => throw new UnreachableException(why.Rule.ToString()),
        };
        return why.Vacant.IsEmpty ? $"{text}。" : $"{text};无人值班而跳过:{string.Join("、", why.Vacant.Select(v => NameZh(v)))}。";
    }

    private static string Name(Post? post) => post is { } p ? $"{ApiJson.NameOf(p.Tier)} {p.PlaceCode}" : "its former holder";

    private static string NameZh(Post? post) => post is not { } p ? "原受理单位" : TierZh(p.Tier) + p.PlaceCode;

    private static string TierZh(Tier tier) => tier switch
    {
        Tier.Grid => "网格",
        Tier.Village => "村社区",
        Tier.Township => "乡镇街道",
        Tier.County => "县市",
        Tier.Prefecture => "州",
        _ => throw new UnreachableException(tier.ToString()),
    };
}
