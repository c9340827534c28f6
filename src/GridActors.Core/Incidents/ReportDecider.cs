using System.Collections.Immutable;
using GridActors.Core.Catalogue;
using GridActors.Core.Workers;

namespace GridActors.Core.Incidents;

/// <summary>Where a new report goes (DOMAIN 6): the item's start tier, or the next one up that has somebody on duty.</summary>
internal static class ReportDecider
{
    /// <summary>Of an emergency whose item names no tiers itself.</summary>
    private static readonly ImmutableArray<Tier> _toldOfEmergencies = [Tier.Village, Tier.Township, Tier.County];

    public static IncidentDecision Decide(ReportIncident command, IncidentContext context, DateTimeOffset now)
    {
        if (context.Catalogue is not { } catalogue || catalogue.Find(command.ItemCode) is not { } item)
        {
            return IncidentDecision.Refuse(context.Catalogue?.FindReserved(command.ItemCode) is null ? IncidentRefusal.UnknownItem : IncidentRefusal.ReservedToAuthority);
        }

        if (command.Content.About is not null && item.Code.Group != ItemGroups.Oversight)
        {
            return IncidentDecision.Refuse(IncidentRefusal.NotOversight);
        }

        var place = item.Code.Group == ItemGroups.Oversight
            ? command.Place with { Floor = Higher(command.Place.Floor, item.StartTier) }
            : command.Place;
        var rule = RuleOf(place, item, context.ReporterRole);
        var start = Higher(rule == RoutingRule.WorkerFinding ? Tier.Township : item.StartTier, place.LowestTier);
        var search = context.Chain.FirstStaffedFrom(start);
        var holder = search.Post ?? context.Chain.At(start) ?? context.Chain.Top;
        var reported = new IncidentReported(
            now,
            command.Content.ReportedBy is { } worker ? Actor.Of(worker) : Actor.Requester,
            command.Id,
            command.TrackingCode,
            command.Content,
            place,
            new PinnedItem(item.Code, catalogue.Number, item.Severity, item.AcceptLimit, item.HandleLimit),
            holder,
            place.Floor > Tier.Grid ? [] : context.OnDuty,
            context.Calendar.Add(now, item.AcceptLimit),
            context.Explain(rule, holder, search.Vacant, catalogue.Number, now));
        return NotifiedOf(rule, item, holder, context, now) is { } notified
            ? IncidentDecision.Accept(reported, notified)
            : IncidentDecision.Accept(reported);
    }

    private static RoutingRule RuleOf(ReportedPlace place, CatalogueItem item, WorkerRole? reporter) =>
        place.Floor > Tier.Grid ? RoutingRule.Oversight
        : place.Grids.IsEmpty ? RoutingRule.PlaceUnmatched
        : place.Grids.Length > 1 ? RoutingRule.PlaceOnBoundary
        : item.Severity == Severity.S1 ? RoutingRule.Emergency
        : reporter is WorkerRole.Head or WorkerRole.FullTime && ItemGroups.IsFinding(item.Code.Group) ? RoutingRule.WorkerFinding
        : RoutingRule.StartTier;

    /// <summary>Who is told at once beside the holder; null where nobody is.</summary>
    private static PostsNotified? NotifiedOf(RoutingRule rule, CatalogueItem item, Post holder, IncidentContext context, DateTimeOffset now)
    {
        var tiers = item.Severity == Severity.S1 ? item.ParallelTiers.IsEmpty ? _toldOfEmergencies : item.ParallelTiers
            : rule == RoutingRule.WorkerFinding ? [Tier.Village]
            : [];
        return tiers.IsEmpty || rule == RoutingRule.Oversight ? null : new PostsNotified(
            now,
            Actor.Clock,
            [.. tiers.Order().Select(context.Chain.At).OfType<Post>().Where(p => p != holder)],
            item.Severity == Severity.S1 ? [.. context.Departments.Where(d => d.IsOwner(item.OwnerZh, item.OwnerEn)).Select(d => d.Code).Order()] : []);
    }

    private static Tier Higher(Tier a, Tier b) => a > b ? a : b;
}
