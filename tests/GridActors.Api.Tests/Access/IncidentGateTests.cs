using System.Reflection;
using GridActors.ApiHost.Access;
using GridActors.Contracts.Incidents;
using GridActors.Core.Access;
using GridActors.Core.Incidents;
using Microsoft.AspNetCore.Http;

namespace GridActors.Api.Tests.Access;

/// <summary>The first layer by itself: in front of actors that would do whatever they are told.</summary>
public sealed class IncidentGateTests
{
    private static readonly IncidentAccess _here = new(["652301001001001"], IsOversight: false, null, []);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("652301001", null)]
    [InlineData("652301002", 404)]
    [InlineData("652301001001002", 404)]
    public async Task A_command_from_outside_does_not_reach_the_actor(string scope, int? status)
    {
        var problem = await CallOf(new Grant(CallerRole.CentreOperator, scope)).RefuseAsync(GrainsProxy.Of(_here), NewId(), new VoidIncident("No"), Ct);

        Assert.Equal(status, problem?.Status);
    }

    [Fact]
    public async Task Nor_does_one_that_the_role_does_not_allow()
    {
        var problem = await CallOf(new Grant(CallerRole.Supervisor, "")).RefuseAsync(GrainsProxy.Of(_here), NewId(), new VoidIncident("No"), Ct);

        Assert.Equal((403, "not_permitted"), (problem!.Status, problem.Code));
    }

    [Fact]
    public async Task Outside_and_not_there_are_the_same()
    {
        var outside = await CallOf(new Grant(CallerRole.CentreOperator, "652302")).RefuseAsync(GrainsProxy.Of(_here), NewId(), new AcceptIncident(), Ct);
        var nothing = await CallOf(new Grant(CallerRole.CentreOperator, "")).RefuseAsync(GrainsProxy.Of(null), NewId(), new AcceptIncident(), Ct);

        Assert.Equal((nothing!.Status, nothing.Code, nothing.Detail), (outside!.Status, outside.Code, outside.Detail));
    }

    private static IncidentId NewId() => new(Guid.CreateVersion7());

    private static DefaultHttpContext CallOf(params Grant[] grants)
    {
        var http = new DefaultHttpContext();
        http.Features.Set(new Caller("somebody", [.. grants]));
        return http;
    }

    /// <summary>A grain factory that has one incident, whatever it is asked for.</summary>
    public class GrainsProxy : DispatchProxy
    {
        private IncidentAccess? _access;

        internal static IGrainFactory Of(IncidentAccess? access)
        {
            var factory = Create<IGrainFactory, GrainsProxy>();
            ((GrainsProxy)(object)factory)._access = access;
            return factory;
        }

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => new WillingIncident(_access);
    }

    private sealed class WillingIncident(IncidentAccess? access) : IIncidentGrain
    {
        public Task<IncidentReply> ExecuteAsync(IncidentCommand command, int? ifVersion, CancellationToken ct) => throw new InvalidOperationException("The gate asks first.");

        public Task<IncidentAccess?> FindAccessAsync(CancellationToken ct) => Task.FromResult(access);
    }
}
