namespace GridActors.ApiHost.Limits;

/// <summary>Configuration section <c>RateLimits</c>: how many requests are taken from one caller. A whole minute's may come at once; then they are taken as fast as the minute allows.</summary>
public sealed class RateLimitOptions
{
    public const string Section = "RateLimits";

    /// <summary>Requests a minute from one address without a login. An IPv6 client is known by the first 64 bits of its address, which a whole home or phone shares.</summary>
    /// <value>Default 300. 0 for no limit.</value>
    public int AnonymousPerMinute { get; set; } = 300;

    /// <summary>Requests a minute from one caller with a login or a key, from whatever addresses.</summary>
    /// <value>Default 6,000. 0 for no limit.</value>
    public int CallerPerMinute { get; set; } = 6_000;
}
