using System.Collections.Immutable;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>One routing decision and the reason for it.</summary>
/// <param name="At">When it was taken.</param>
/// <param name="Rule">The rule behind it; what a program decides on.</param>
/// <param name="Text">The same in English.</param>
/// <param name="TextZh">The same in Chinese.</param>
/// <param name="To">The post that holds the incident, or watches it, from then on.</param>
/// <param name="Vacant">Posts that were passed over because nobody was on duty.</param>
/// <param name="CatalogueVersion">The catalogue that the incident lives under.</param>
/// <param name="CalendarVersion">The working calendar that the deadlines were computed with; 0 where none was published.</param>
public sealed record WhyResource(
    DateTimeOffset At,
    RoutingRule Rule,
    string Text,
    string TextZh,
    PostResource To,
    ImmutableArray<PostResource> Vacant,
    int CatalogueVersion,
    int CalendarVersion)
{
    public static ImmutableArray<WhyResource> ListOf(Incident incident)
    {
        var entries = ImmutableArray.CreateBuilder<WhyResource>(incident.Why.Length);
        Post? holder = null;
        foreach (var why in incident.Why)
        {
            entries.Add(new WhyResource(
                why.At,
                why.Rule,
                WhyText.English(why, incident.Item, holder),
                WhyText.Chinese(why, incident.Item, holder),
                PostResource.Of(why.To),
                [.. why.Vacant.Select(PostResource.Of)],
                why.CatalogueVersion,
                why.CalendarVersion));
            holder = why.Rule is RoutingRule.HandleLimitExpired or RoutingRule.StillOverdue ? holder : why.To;
        }

        return entries.ToImmutable();
    }
}
