namespace GridActors.Grains.Incidents;

/// <summary>What one round of a <see cref="JournalFollower"/> came to.</summary>
public enum FollowOutcome
{
    /// <summary>Nothing is left to deal with.</summary>
    CaughtUp,

    /// <summary>Some events were dealt with; there may be more.</summary>
    Advanced,

    /// <summary>Another process dealt with the same ones first.</summary>
    Overtaken,
}
