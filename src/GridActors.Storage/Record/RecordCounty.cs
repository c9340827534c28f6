using GridActors.Core.Divisions;

namespace GridActors.Storage.Record;

/// <summary>Whose checkpoints an event is in.</summary>
public static class RecordCounty
{
    private const int Digits = 6;

    /// <param name="placeCode">What the incident is filed under at the time: a grid's or a division's code.</param>
    /// <returns>The county; the prefecture where it is filed under no county. The default value where the text is no such code.</returns>
    public static DivisionCode Of(string placeCode) =>
        placeCode.Length >= Digits && DivisionCode.TryParse($"{placeCode[..Digits]}000000", out var county) ? county : default;
}
