namespace GridActors.ApiHost.Open311;

/// <summary>Configuration section <c>Open311</c>.</summary>
public sealed class Open311Options
{
    public const string Section = "Open311";

    /// <summary>Whether a report or an update is refused without an api_key. A caller with a login needs none.</summary>
    /// <value>Default true, as the specification has it.</value>
    public bool RequiresApiKey { get; set; } = true;

    /// <summary>Where the endpoint is to be found from outside, for the discovery document.</summary>
    /// <value>An absolute address that ends in <c>/open311/v2</c>. Default: the one that was asked.</value>
    public string? Url { get; set; }

    /// <summary>Whom to ask about this endpoint, for people; in the discovery document.</summary>
    public string Contact { get; set; } = "网格化服务中心 / The grid service centre";

    /// <summary>How to get an api_key, for people; in the discovery document.</summary>
    public string KeyService { get; set; } = "请向网格化服务中心申请 / Ask the grid service centre for a key";
}
