using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.ApiHost.Incidents;

/// <summary>Looks through the reports of the same item in the same county for those that <see cref="Duplicates"/> takes for the same.</summary>
internal static class DuplicateSearch
{
    /// <summary>How many reports a search looks at, newest first; more of one item in two days of one county are no duplicates but a disaster.</summary>
    private const int MaxLookedAt = 2_000;

    private const int Page = 500;

    public static async Task<ImmutableArray<Incident>> FindAsync(Incident incident, IIncidentList list, ReadScope within, DateTimeOffset now, CancellationToken ct)
    {
        var found = ImmutableArray.CreateBuilder<Incident>();
        var after = new ListCursor(incident.ReportedAt + Duplicates.Within, new IncidentId(Guid.AllBitsSet));
        for (var lookedAt = 0; lookedAt < MaxLookedAt; lookedAt += Page)
        {
            var filter = new IncidentFilter(incident.Place.County, null, null, incident.Item.Code, null, now, after, Page, within);
            var page = await list.ListAsync(filter, ct);
            found.AddRange(page.Where(other => Duplicates.AreLikely(incident, other)));
            if (page.Length < Page || page[^1].ReportedAt < incident.ReportedAt - Duplicates.Within)
            {
                break;
            }

            after = new ListCursor(page[^1].ReportedAt, page[^1].Id);
        }

        return found.ToImmutable();
    }
}
