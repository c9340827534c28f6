namespace GridActors.Core.Incidents;

/// <summary>Who acts for whom: the holder, the handler, and the centres that decide about both.</summary>
internal static class HandlerRules
{
    /// <summary>A grid is held by its workers; every other tier by its post.</summary>
    public static bool ActsForHolder(Incident incident, Actor by) =>
        by == Actor.Of(incident.Holder) || (incident.Holder.Tier == Tier.Grid && by.Worker is not null);

    /// <summary>The departments at work on it; where there are none the assigned worker or the holder's post, and any worker where none is assigned.</summary>
    public static bool MayHandle(Incident incident, Actor by) =>
        incident.OpenTasks.Any() ? incident.OpenTasks.Any(t => Actor.Of(t.Department) == by)
        : by.Worker is { } worker ? (incident.Handler ?? worker) == worker
        : by == Actor.Of(incident.Holder);

    /// <summary>Who asks for more time where nobody is named: the lead, the worker, or the post that holds it.</summary>
    public static Actor HandlerOf(Incident incident) =>
        incident.Dispatch?.Lead is { IsOpen: true } lead ? Actor.Of(lead.Department)
        : incident.Handler is { } worker ? Actor.Of(worker)
        : Actor.Of(incident.Holder);

    /// <summary>The post of a grid is its workers: it did what one of them did.</summary>
    public static bool DidTheWork(Incident incident, Actor by) =>
        incident.Result?.By == by
        || (by.Worker is { } worker && worker == incident.Handler)
        || (by.Post is { Tier: Tier.Grid } && incident.Result?.By.Worker is not null);

    /// <summary>The centre that decides about what somebody asked for: the lowest at or above the holder that did not ask itself; at the top it may.</summary>
    public static Post DecidingCentre(Incident incident, Actor asker, PostChain chain) =>
        chain.Links.Select(l => l.Post).Where(p => IsDeciding(incident, p) && Actor.Of(p) != asker).DefaultIfEmpty(chain.Top).First();

    /// <summary>Whether an actor is a centre that decides about what somebody asked for.</summary>
    public static bool MayDecide(Incident incident, Actor asker, Actor by, PostChain chain) =>
        by.Post is { } post && chain.Includes(post) && IsDeciding(incident, post) && (by != asker || post == chain.Top);

    /// <summary>Whether an actor is a post on the chain above the holder.</summary>
    public static bool IsAboveHolder(Incident incident, Actor by, PostChain chain) =>
        by.Post is { } post && post.Tier > incident.Holder.Tier && chain.Includes(post);

    private static bool IsDeciding(Incident incident, Post post) => post.IsCentre && post.Tier >= incident.Holder.Tier;
}
