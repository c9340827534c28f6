using GridActors.Grains.Record;
using Microsoft.Extensions.DependencyInjection;

namespace GridActors.Api.Tests.Record;

/// <summary>A host of its own: what is signed here nobody else reported.</summary>
public sealed class RecordApi : ApiFixture
{
    /// <summary>Everything that was answered so far is signed afterwards.</summary>
    public Task SignAsync() => Services.GetRequiredService<RecordFollower>().CatchUpAsync(TestContext.Current.CancellationToken);
}
