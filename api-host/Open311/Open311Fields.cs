using System.Collections.Immutable;
using GridActors.ApiHost.Json;

namespace GridActors.ApiHost.Open311;

/// <summary>Builds the fields of an answer, in the order in which they are added.</summary>
internal sealed class Open311Fields
{
    private readonly ImmutableArray<(string Name, Open311Value Value)>.Builder _fields = ImmutableArray.CreateBuilder<(string Name, Open311Value Value)>();

    public Open311Fields Add(string name, Open311Value value)
    {
        _fields.Add((name, value));
        return this;
    }

    public Open311Fields Add(string name, string? text) => Add(name, new Open311Value.Text(text));

    public Open311Fields Add(string name, bool flag) => Add(name, new Open311Value.Flag(flag));

    public Open311Fields Add(string name, double? number) =>
        Add(name, number is { } value ? new Open311Value.Number(value) : new Open311Value.Text(null));

    /// <summary>In UTC, as the rest of the API writes instants; it is one of the forms of the W3C note.</summary>
    public Open311Fields Add(string name, DateTimeOffset? instant) =>
        Add(name, instant is { } value ? InstantJsonConverter.Format(value) : null);

    public Open311Value.Fields Build() => new(_fields.ToImmutable());
}
