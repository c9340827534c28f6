namespace GridActors.Bench.Results;

/// <summary>Something the product promises, held against the medians of this run.</summary>
/// <param name="AtLeast">True where more is better.</param>
/// <param name="Value">Null where the run did not measure it.</param>
internal sealed record Goal(string Text, bool AtLeast, double Limit, double? Value)
{
    public bool? IsMet => Value is { } value ? (AtLeast ? value >= Limit : value <= Limit) : null;
}
