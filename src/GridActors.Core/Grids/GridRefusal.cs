namespace GridActors.Core.Grids;

/// <summary>Why a change of grids is refused. The caller gets it as a code.</summary>
public enum GridRefusal
{
    UnknownVillage,

    /// <summary>A grid that the change names is not there.</summary>
    UnknownGrid,

    /// <summary>A grid has this code.</summary>
    CodeTaken,

    /// <summary>The grid has ended, and its code is never used again (Art. 7).</summary>
    GridEnded,

    /// <summary>The change reaches into another village.</summary>
    NotThisVillage,
    EffectiveInPast,

    /// <summary>A change that is filed for a later day touches the same grid.</summary>
    ChangePending,

    /// <summary>Numbers 001-799 are base grids and 800-999 dedicated ones (Art. 6).</summary>
    KindContradictsNumber,

    /// <summary>Base and dedicated grids do not turn into each other.</summary>
    KindsDiffer,

    /// <summary>A split has two or more parts, a merge two or more grids, and no code comes twice.</summary>
    GridsMiscounted,
    BoundaryMalformed,

    /// <summary>Two base grids share area.</summary>
    BoundaryOverlaps,

    /// <summary>A boundary leaves the area of the village's base grids.</summary>
    OutsideVillage,

    /// <summary>A dedicated grid has to lie inside one base grid of its village.</summary>
    OutsideBaseGrid,

    /// <summary>A dedicated grid that lay inside a base grid would lie across a boundary.</summary>
    CutsDedicatedGrid,

    /// <summary>The parts of a split, or the result of a merge, do not cover exactly what was there.</summary>
    AreaNotCovered,

    /// <summary>The successor is not one of the grids that can take the incidents.</summary>
    SuccessorNotThere,

    /// <summary>A base grid ends only with a successor for its open incidents.</summary>
    SuccessorRequired,
}
