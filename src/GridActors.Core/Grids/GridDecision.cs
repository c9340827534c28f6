namespace GridActors.Core.Grids;

/// <summary>What the rules answer: a change, filed now or before, or a refusal.</summary>
/// <param name="IsNew">False where the very same change was filed before: it is not filed again.</param>
/// <param name="About">The grid to blame for a refusal; null where no single one is.</param>
public readonly record struct GridDecision(GridChange? Change, bool IsNew, GridRefusal? Refusal, GridCode? About)
{
    public static GridDecision File(GridChange change) => new(change, true, null, null);

    public static GridDecision FiledBefore(GridChange change) => new(change, false, null, null);

    public static GridDecision Refuse(GridRefusal refusal, GridCode? about = null) => new(null, false, refusal, about);
}
