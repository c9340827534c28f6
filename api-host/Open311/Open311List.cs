using System.Collections.Immutable;
using GridActors.Core.Access;
using GridActors.Core.Divisions;
using GridActors.Core.Incidents;
using GridActors.Storage.Incidents;

namespace GridActors.ApiHost.Open311;

/// <summary>The one place where Open311 asks for incidents that nobody named.</summary>
internal static class Open311List
{
    /// <summary>What the specification lets an answer have.</summary>
    public const int MaxRows = 1_000;

    private const int PageSize = 500;

    /// <summary>Newest report first, of what the caller may see.</summary>
    /// <param name="take">1 to <see cref="MaxRows"/> and one more.</param>
    public static async Task<ImmutableArray<Incident>> ReadAsync(
        IIncidentList list, DivisionCode jurisdiction, IncidentSpan span, int take, Caller caller, DateTimeOffset now, CancellationToken ct)
    {
        var found = ImmutableArray.CreateBuilder<Incident>();
        var filter = new IncidentFilter(jurisdiction, null, null, null, null, now, null, Math.Min(take, PageSize), ReadScope.Of(caller), span);
        while (found.Count < take && await list.ListAsync(filter, ct) is [.., var last] page)
        {
            found.AddRange(page);
            filter = filter with
            {
                After = new ListCursor(last.ReportedAt, last.Id),
                Limit = Math.Clamp(take - found.Count, 1, PageSize),
                Span = span with { Skip = 0 },
            };
            if (page.Length < PageSize)
            {
                break;
            }
        }

        return [.. found.Where(i => IncidentJurisdiction.MayRead(caller, IncidentAccess.Of(i)))];
    }
}
