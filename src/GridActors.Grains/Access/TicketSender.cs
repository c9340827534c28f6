using GridActors.Contracts.Access;

namespace GridActors.Grains.Access;

/// <summary>Sends the ticket along with each call, in a silo and in its clients.</summary>
public sealed class TicketSender(CallTickets tickets) : IOutgoingGrainCallFilter
{
    public Task Invoke(IOutgoingGrainCallContext context)
    {
        if (CallAuthority.Call is not { } call)
        {
            RequestContext.Remove(CallTicket.Key);
            return context.Invoke();
        }

        var ticket = call.TicketOf(tickets);
        if (!ReferenceEquals(RequestContext.Get(CallTicket.Key), ticket))
        {
            RequestContext.Set(CallTicket.Key, ticket);
        }

        return context.Invoke();
    }
}
