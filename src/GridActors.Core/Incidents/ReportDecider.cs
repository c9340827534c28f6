namespace GridActors.Core.Incidents;

/// <summary>Where a new report goes (DOMAIN 6): the item's start tier, or the next one up that has somebody on duty.</summary>
internal static class ReportDecider
{
    public static IncidentDecision Decide(ReportIncident command, IncidentContext context, DateTimeOffset now)
    {
        if (context.Catalogue is not { } catalogue || catalogue.Find(command.ItemCode) is not { } item)
        {
            return IncidentDecision.Refuse(context.Catalogue?.FindReserved(command.ItemCode) is null ? IncidentRefusal.UnknownItem : IncidentRefusal.ReservedToAuthority);
        }

        var start = item.StartTier > command.Place.LowestTier ? item.StartTier : command.Place.LowestTier;
        var search = context.Chain.FirstStaffedFrom(start);
        var holder = search.Post ?? context.Chain.At(start) ?? context.Chain.Top;
        var why = context.Explain(RuleOf(command.Place), holder, search.Vacant, catalogue.Number, now);
        return IncidentDecision.Accept(new IncidentReported(
            now,
            command.Content.ReportedBy is { } worker ? Actor.Of(worker) : Actor.Requester,
            command.Id,
            command.TrackingCode,
            command.Content,
            command.Place,
            new PinnedItem(item.Code, catalogue.Number, item.Severity, item.AcceptLimit, item.HandleLimit),
            holder,
            context.OnDuty,
            context.Calendar.Add(now, item.AcceptLimit),
            why));
    }

    private static RoutingRule RuleOf(ReportedPlace place) => place.Grids.Length switch
    {
        0 => RoutingRule.PlaceUnmatched,
        1 => RoutingRule.StartTier,
        _ => RoutingRule.PlaceOnBoundary,
    };
}
