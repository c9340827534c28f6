namespace GridActors.Cli;

/// <summary>What a shell script can tell from a run.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>A store, a network or the program itself failed.</summary>
    public const int Fault = 1;

    /// <summary>The arguments are wrong, or rows were refused; the good rows were taken.</summary>
    public const int Refused = 2;
}
