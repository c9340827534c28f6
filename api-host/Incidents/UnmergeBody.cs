namespace GridActors.ApiHost.Incidents;

public sealed record UnmergeBody
{
    /// <summary>Who acts: a badge number, or the place code of a post; the holder of the duplicate where left out.</summary>
    public string? By { get; init; }
}
