using System.ComponentModel.DataAnnotations;

namespace GridActors.ApiHost.Incidents;

public sealed record MergeBody
{
    /// <summary>The id of the incident that stays.</summary>
    [Required]
    public string? Into { get; init; }

    /// <summary>Who acts: a badge number, or the place code of a post; the holder of the duplicate where left out.</summary>
    public string? By { get; init; }
}
