using System.Net;
using GridActors.Core.Webhooks;

namespace GridActors.Hosting.Webhooks;

/// <summary>Which addresses a receiver may have. A name is looked up, and judged, each time it is connected to.</summary>
public static class WebhookUrls
{
    public const int MaxLength = 2_048;

    public static WebhookUrlProblem Check(string? text, WebhookOptions options)
    {
        if (text is null or { Length: > MaxLength } || !Uri.TryCreate(text, UriKind.Absolute, out var url) || !IsWebAddress(url))
        {
            return WebhookUrlProblem.Malformed;
        }

        return url.Scheme != Uri.UriSchemeHttps && !options.AllowInsecure ? WebhookUrlProblem.Insecure
            : IPAddress.TryParse(url.IdnHost, out var address) && !options.AllowPrivateAddresses && !AddressRules.IsPublic(address.GetAddressBytes()) ? WebhookUrlProblem.NotPublic
            : WebhookUrlProblem.None;
    }

    private static bool IsWebAddress(Uri url) =>
        (url.Scheme == Uri.UriSchemeHttps || url.Scheme == Uri.UriSchemeHttp)
        && url is { UserInfo: "", Fragment: "", IdnHost: not "" }
        && !url.OriginalString.Any(char.IsControl);
}
