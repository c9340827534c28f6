using System.Text.RegularExpressions;
using GridActors.ApiHost.Batches;
using GridActors.ApiHost.Limits;
using GridActors.ApiHost.Open311;
using GridActors.ApiHost.Web;
using GridActors.Hosting;
using GridActors.Hosting.Access;
using GridActors.Hosting.Clock;
using GridActors.Hosting.Clusters;
using GridActors.Hosting.Contacts;
using GridActors.Hosting.Record;
using GridActors.Hosting.Webhooks;
using GridActors.Storage.Postgres;

namespace GridActors.Architecture.Tests.Sources;

/// <summary>A setting that is misspelt is not refused by anybody, it just does nothing: manifests, images and documents name real ones.</summary>
public sealed partial class SettingTests
{
    private static readonly string[] _places = ["k8s", "docs", "README.md", "api-host/Dockerfile", "silo-host/Dockerfile", "cli/Dockerfile", ".ci", "bench"];
    private static readonly string[] _endings = [".yaml", ".md", "Dockerfile", "run"];

    private static readonly HashSet<string> _known =
    [
        $"ConnectionStrings__{GridActorsOptions.ConnectionStringName}",
        .. NamesOf(typeof(GridActorsOptions), GridActorsOptions.Section),
        .. NamesOf(typeof(PostgresStorageOptions), $"{GridActorsOptions.Section}__Journal"),
        .. NamesOf(typeof(ClockOptions), ClockOptions.Section),
        .. NamesOf(typeof(AccessOptions), AccessOptions.Section),
        .. NamesOf(typeof(AuthOptions), AuthOptions.Section),
        .. NamesOf(typeof(AuthClaims), $"{AuthOptions.Section}__{nameof(AuthOptions.Claims)}"),
        .. NamesOf(typeof(WebhookOptions), WebhookOptions.Section),
        .. NamesOf(typeof(ContactsOptions), ContactsOptions.Section),
        .. NamesOf(typeof(RecordOptions), RecordOptions.Section),
        .. NamesOf(typeof(ClusterTlsOptions), "Cluster__Tls"),
        .. NamesOf(typeof(RateLimitOptions), RateLimitOptions.Section),
        .. NamesOf(typeof(BatchOptions), BatchOptions.Section),
        .. NamesOf(typeof(CrossOriginOptions), CrossOriginOptions.Section),
        .. NamesOf(typeof(ProxyOptions), ProxyOptions.Section),
        .. NamesOf(typeof(Open311Options), Open311Options.Section),
    ];

    public static TheoryData<string> Files => [.. _places.SelectMany(FilesAt)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_setting_that_is_named_is_one(string file)
    {
        var named = Setting().Matches(Repository.Read(file)).Select(m => m.Value);

        Assert.Empty(named.Except(_known));
    }

    [Fact]
    public void Every_manifest_has_settings_of_the_hosts_only()
    {
        var strangers = FilesAt("k8s").Where(f => f.EndsWith(".yaml", StringComparison.Ordinal))
            .SelectMany(f => Variable().Matches(Repository.Read(f)).Select(m => m.Groups[1].Value))
            .Where(name => !_known.Contains(name) && !name.StartsWith("ASPNETCORE_", StringComparison.Ordinal) && !name.StartsWith("OTEL_", StringComparison.Ordinal));

        Assert.Empty(strangers);
    }

    private static IEnumerable<string> NamesOf(Type options, string section) =>
        options.GetProperties().Where(p => p.SetMethod is not null).Select(p => $"{section}__{p.Name}");

    private static IEnumerable<string> FilesAt(string place) => File.Exists(Repository.PathOf(place))
        ? [place]
        : Directory.EnumerateFiles(Repository.PathOf(place), "*", SearchOption.AllDirectories)
            .Where(f => _endings.Any(e => f.EndsWith(e, StringComparison.Ordinal)))
            .Select(f => Path.GetRelativePath(Repository.Root, f).Replace('\\', '/'))
            .Order(StringComparer.Ordinal);

    [GeneratedRegex(@"\b(GridActors|ConnectionStrings|Clock|Auth|Access|Webhooks|Contacts|Record|Cluster|Open311|RateLimits|Batches|Cors|Proxies)__[A-Za-z]+(__[A-Z][A-Za-z]+)?")]
    private static partial Regex Setting();

    [GeneratedRegex(@"^\s+(?:- )?name: (\w*[A-Z]\w*)$", RegexOptions.Multiline)]
    private static partial Regex Variable();
}
