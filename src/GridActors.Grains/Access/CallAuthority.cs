using GridActors.Core.Access;

namespace GridActors.Grains.Access;

/// <summary>For whom the code that runs now calls actors. It goes along with what is awaited, and ends with the scope that set it.</summary>
public static class CallAuthority
{
    private static readonly AsyncLocal<ActingCall?> s_call = new();

    /// <summary>Nobody where nothing was set.</summary>
    public static Authority Current => s_call.Value?.Authority ?? Authority.Nobody;

    internal static ActingCall? Call => s_call.Value;

    /// <summary>From here on, for a caller whom this host has established.</summary>
    public static Scope Use(Authority authority) => Use(new ActingCall(authority));

    /// <summary>From here on, for the platform itself: work that nobody asked for, or a part of it that follows from what was allowed already.</summary>
    public static Scope UseSystem() => Use(Authority.System);

    internal static Scope Use(ActingCall call)
    {
        var before = s_call.Value;
        s_call.Value = call;
        return new Scope(before);
    }

    public readonly struct Scope : IDisposable
    {
        private readonly ActingCall? _before;

        internal Scope(ActingCall? before) => _before = before;

        public void Dispose() => s_call.Value = _before;
    }
}
