namespace GridActors.Core.Grids;

/// <summary>Why a text is no grid code.</summary>
public enum GridCodeError
{
    None,
    NotFifteenDigits,

    /// <summary>The first twelve digits are no village.</summary>
    NoVillage,

    /// <summary>The last three digits are 000; grids count from 001.</summary>
    NumberZero,
}
