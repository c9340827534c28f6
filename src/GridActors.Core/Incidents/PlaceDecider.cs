using GridActors.Core.Divisions;
using GridActors.Core.Escalations;

namespace GridActors.Core.Incidents;

/// <summary>The rules of an incident whose grid changes under it.</summary>
internal static class PlaceDecider
{
    /// <summary>
    /// The post of the same tier holds it, in the new grid; on a boundary the lowest tier that may. The county centre acts,
    /// with which the change is filed.
    /// </summary>
    /// <param name="context">Of the new place.</param>
    public static IncidentDecision Refile(Incident incident, RefileIncident command, IncidentContext context, DateTimeOffset now)
    {
        if (incident.Place.Grids.SequenceEqual(command.Place.Grids))
        {
            return IncidentDecision.Nothing;
        }

        var tier = incident.Holder.Tier > command.Place.LowestTier ? incident.Holder.Tier : command.Place.LowestTier;
        var holder = context.Chain.At(tier) ?? context.Chain.Top;
        var by = Actor.Of(Post.Of(command.Village.AncestorAt(DivisionLevel.County)!.Value));
        var refiled = new IncidentRefiled(
            now,
            by,
            incident.Place,
            command.Place,
            command.Village,
            command.ChangeNumber,
            holder,
            context.Explain(RoutingRule.GridChanged, holder, default, incident.Item.CatalogueVersion, now));
        return EscalationDecider.NameAbove(IncidentEvolution.Evolve(incident, refiled), holder, by, context, now) is { } named
            ? IncidentDecision.Accept(refiled, named)
            : IncidentDecision.Accept(refiled);
    }
}
