namespace GridActors.Grains.Measures;

/// <summary>What one round of <see cref="MeasureFollower"/> came to.</summary>
public enum FollowOutcome
{
    /// <summary>Every event was counted.</summary>
    CaughtUp,

    /// <summary>Some events were counted; there may be more.</summary>
    Counted,

    /// <summary>Another process counted the same ones first.</summary>
    Overtaken,
}
