using GridActors.Contracts.Access;
using GridActors.Core.Access;

namespace GridActors.Grains.Access;

/// <summary>An authority with the ticket that says so to other actors.</summary>
/// <param name="received">The ticket that came with a call; it goes on as it is, and its time is not made longer. Null where this host speaks.</param>
internal sealed class ActingCall(Authority authority, CallTicket? received = null)
{
    private volatile IssuedTicket? _issued;

    public Authority Authority { get; } = authority;

    /// <summary>Signed again once half of its time is over, for what takes longer than that.</summary>
    public CallTicket TicketOf(CallTickets tickets)
    {
        if (received is not null)
        {
            return received;
        }

        var now = CallTickets.Now;
        if (_issued is not { } issued || now >= issued.RenewAt)
        {
            _issued = issued = new IssuedTicket(tickets.Issue(Authority), now + (CallTickets.LifeTime / 2));
        }

        return issued.Ticket;
    }

    private sealed record IssuedTicket(CallTicket Ticket, DateTimeOffset RenewAt);
}
