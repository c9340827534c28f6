using System.Diagnostics.CodeAnalysis;

namespace GridActors.Core.Serialization;

/// <summary>A value that is written as one text, in JSON and everywhere else.</summary>
public interface ICode<TSelf>
    where TSelf : struct, ICode<TSelf>
{
    static abstract bool TryParse([NotNullWhen(true)] string? text, out TSelf code);
}
