using System.ComponentModel.DataAnnotations;
using GridActors.Core.Incidents;

namespace GridActors.ApiHost.Incidents;

public sealed record RateBody
{
    /// <summary>What the report was answered with.</summary>
    [Required]
    public string? TrackingCode { get; init; }

    /// <summary>1 to 5, 5 the best.</summary>
    [Required, Range(Rating.MinScore, Rating.MaxScore)]
    public int? Score { get; init; }

    /// <summary>Up to 1,000 characters.</summary>
    [MaxLength(Rating.MaxCommentLength)]
    public string? Comment { get; init; }

    internal RateIncident Read(CommandReader reader)
    {
        if (Comment is { Length: > Rating.MaxCommentLength })
        {
            reader.Problem("comment", "comment_too_long", $"comment has {Comment.Length} characters; {Rating.MaxCommentLength} are allowed.");
        }

        return new RateIncident(reader.TrackingCode(TrackingCode), reader.Required("score", Score), reader.Text("comment", Comment));
    }
}

public sealed record ReopenBody
{
    /// <summary>What the report was answered with.</summary>
    [Required]
    public string? TrackingCode { get; init; }

    /// <summary>What is not fixed; 1 to 4,000 characters.</summary>
    [Required]
    public string? Reason { get; init; }

    internal ReopenIncident Read(CommandReader reader) => new(reader.TrackingCode(TrackingCode), reader.Text("reason", Reason));
}
