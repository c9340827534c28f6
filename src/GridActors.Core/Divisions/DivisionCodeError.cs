namespace GridActors.Core.Divisions;

/// <summary>Why a text is no division code.</summary>
public enum DivisionCodeError
{
    None,
    NotTwelveDigits,

    /// <summary>A province or a special code: the chain starts at the prefecture.</summary>
    AbovePrefecture,

    /// <summary>A township or village part without the county part that it would lie in.</summary>
    MissingCounty,

    /// <summary>A village part without the township part that it would lie in.</summary>
    MissingTownship,
}
