using System.Collections.Concurrent;
using System.Collections.Immutable;
using GridActors.Core.Divisions;
using GridActors.Core.Grids;
using GridActors.Core.Incidents;
using GridActors.Core.Workers;
using GridActors.Grains;

namespace GridActors.Hosting.Imports;

/// <summary>
/// Files rosters and appoints workers. A file gives the whole roster of every post that it names; other posts keep theirs,
/// and so does a worker at a post for whom every row was refused. Covers stay: a file has none.
/// </summary>
internal sealed class WorkerImporter(IGrainFactory grains) : IReferenceImporter
{
    public ImmutableArray<string> Columns => WorkerRows.Columns;

    public async Task<ImportOutcome> ApplyAsync(ImportTable table, RegionSnapshot region, ImportProblems problems, ImportProgress progress, CancellationToken ct)
    {
        var duties = WorkerRows.Read(table, region, problems, out var refused);
        var filed = new ConcurrentBag<RosterChange>();
        await progress.ForEachAsync(duties.GroupBy(d => d.Post), async (post, token) => filed.Add(await FileRosterAsync(post, region, refused, token)), ct);

        var posts = filed.Select(c => c.Post).ToHashSet();
        var byWorker = filed.SelectMany(c => c.Next).ToLookup(d => d.WorkerId);
        var workers = byWorker.Select(w => w.Key).Union(filed.SelectMany(c => c.Former).Select(d => d.WorkerId));
        await progress.ForEachAsync(workers, (w, token) => AppointAsync(w, byWorker[w], posts, token), ct);
        return new ImportOutcome(filed.Sum(c => c.Changed), filed.Any(c => c.IsAnnounced), []);
    }

    private async Task<RosterChange> FileRosterAsync(
        IGrouping<Post, Duty> post, RegionSnapshot region, ImmutableHashSet<(Post Post, WorkerId Worker)> refused, CancellationToken ct)
    {
        var former = await RosterOfAsync(post.Key, ct);
        var next = Roster.InOrder(post.Select(d => SinceWhen(d, former)).Concat(former.Where(d => d.IsCover || refused.Contains((d.Post, d.WorkerId)))));
        var changed = next.Except(former).Count() + former.Except(next).Count();
        if (changed > 0)
        {
            await SetRosterAsync(post.Key, next, ct);
        }

        var announce = post.Key.Tier != Tier.Grid && !region.RosterOf(DivisionCode.Parse(post.Key.PlaceCode)).SequenceEqual(next);
        return new RosterChange(post.Key, former, next, changed, announce);
    }

    /// <summary>Their duties at the posts of the file, and those that they have elsewhere.</summary>
    private async Task AppointAsync(WorkerId id, IEnumerable<Duty> duties, HashSet<Post> posts, CancellationToken ct)
    {
        var worker = grains.GetWorker(id);
        var elsewhere = (await worker.GetAsync(ct))?.Duties.Where(d => !posts.Contains(d.Post)) ?? [];
        await worker.AppointAsync(new Worker(id, Roster.InOrder(duties.Concat(elsewhere))), ct);
    }

    private async Task<ImmutableArray<Duty>> RosterOfAsync(Post post, CancellationToken ct) => post.Tier == Tier.Grid
        ? (await grains.GetGrid(GridCode.Parse(post.PlaceCode)).GetAsync(ct))?.Roster ?? []
        : (await grains.GetDivision(DivisionCode.Parse(post.PlaceCode)).GetAsync(ct))?.Roster ?? [];

    private Task<bool> SetRosterAsync(Post post, ImmutableArray<Duty> roster, CancellationToken ct) => post.Tier == Tier.Grid
        ? grains.GetGrid(GridCode.Parse(post.PlaceCode)).SetRosterAsync(roster, ct)
        : grains.GetDivision(DivisionCode.Parse(post.PlaceCode)).SetRosterAsync(roster, ct);

    /// <summary>Who is there already, without an end, has been there since when they were appointed.</summary>
    private static Duty SinceWhen(Duty duty, ImmutableArray<Duty> former) =>
        former.FirstOrDefault(d => d is { IsCover: false, Until: null } && d with { From = null } == duty) ?? duty;

    private sealed record RosterChange(Post Post, ImmutableArray<Duty> Former, ImmutableArray<Duty> Next, int Changed, bool IsAnnounced);
}
