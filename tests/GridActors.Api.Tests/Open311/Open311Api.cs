using GridActors.Api.Tests.Open311;
using GridActors.ApiHost.Open311;
using GridActors.Core.Access;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Open311Api))]

namespace GridActors.Api.Tests.Open311;

/// <summary>A host of its own with keys that stand for somebody: what is listed here was reported by forms. Shared by all tests of Open311: each lists items of its own.</summary>
public sealed class Open311Api() : ApiFixture(services => services.AddSingleton<IOpen311Keys, Keys>())
{
    /// <summary>Of an app: somebody without a login.</summary>
    public const string AppKey = "app";

    /// <summary>Of a supervisor who sees the county.</summary>
    public const string CountyKey = "county";

    /// <summary>Of a supervisor who sees another township than the one that is reported in.</summary>
    public const string OtherTownshipKey = "other-township";

    private sealed class Keys : IOpen311Keys
    {
        public ValueTask<Caller?> FindCallerAsync(string apiKey, CancellationToken ct) => ValueTask.FromResult(apiKey switch
        {
            AppKey => Caller.Anonymous,
            CountyKey => new Caller("county", [new Grant(CallerRole.Supervisor, Demo.County[..6])]),
            OtherTownshipKey => new Caller("township", [new Grant(CallerRole.Supervisor, Demo.FarGrid[..9])]),
            _ => null,
        });
    }
}
