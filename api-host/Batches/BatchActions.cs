using System.Collections.Frozen;
using GridActors.ApiHost.Access;
using GridActors.ApiHost.Incidents;
using GridActors.Core.Access;

namespace GridActors.ApiHost.Batches;

/// <summary>The commands that a batch takes: every one that has an address of its own, with what that address asks of its caller.</summary>
internal sealed class BatchActions(EndpointDataSource endpoints)
{
    private readonly Lazy<FrozenDictionary<string, (IncidentAction Action, Permission Needed)>> _byName = new(() => endpoints.Endpoints
        .Select(e => (Action: e.Metadata.GetMetadata<IncidentAction>(), Endpoint: e))
        .Where(e => e.Action is not null)
        .ToFrozenDictionary(e => e.Action!.Name, e => (e.Action!, e.Endpoint.Metadata.GetRequiredMetadata<AccessRequirement>().Permission)));

    public bool TryFind(string name, out IncidentAction action, out Permission needed)
    {
        var isKnown = _byName.Value.TryGetValue(name, out var found);
        (action, needed) = found;
        return isKnown;
    }
}
