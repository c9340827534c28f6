namespace GridActors.Core.Incidents;

/// <summary>What was done about an incident, to be given back to the requester (Art. 23).</summary>
/// <param name="Text">1 to <see cref="MaxTextLength"/> characters.</param>
[GenerateSerializer, Immutable, Alias("submitted-result")]
public sealed record SubmittedResult(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] Actor By,
    [property: Id(2)] string Text)
{
    public const int MaxTextLength = 4_000;
}
