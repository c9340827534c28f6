using GridActors.Grains.Measures;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Api.Tests.Measures;

/// <summary>A host of its own: what is counted here nobody else reported.</summary>
public sealed class MeasuresApi : ApiFixture
{
    /// <summary>Everything that was answered so far is in the figures afterwards.</summary>
    public Task CountAsync() => Services.GetRequiredService<MeasureFollower>().CatchUpAsync(TestContext.Current.CancellationToken);
}
