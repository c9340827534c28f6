using GridActors.Contracts.Access;
using GridActors.Core.Access;
using GridActors.Grains.Access;

namespace GridActors.Grains.Tests.Access;

/// <summary>Calls as the platform itself, unless a test says for whom, or with which ticket.</summary>
internal sealed class TestTickets(CallTickets tickets) : IOutgoingGrainCallFilter
{
    private static readonly AsyncLocal<Given?> s_given = new();

    /// <summary>The calls of this test from here on have this very ticket, or none.</summary>
    public static void Use(CallTicket? ticket) => s_given.Value = new Given(ticket);

    public Task Invoke(IOutgoingGrainCallContext context)
    {
        var ticket = s_given.Value is { } given ? given.Ticket
            : tickets.Issue(CallAuthority.Current is { IsKnown: true } authority ? authority : Authority.System);
        if (ticket is null)
        {
            RequestContext.Remove(CallTicket.Key);
        }
        else
        {
            RequestContext.Set(CallTicket.Key, ticket);
        }

        return context.Invoke();
    }

    private sealed record Given(CallTicket? Ticket);
}
