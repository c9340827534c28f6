using GridActors.Contracts.Access;
using GridActors.Core.Access;
using GridActors.Core.Departments;
using GridActors.Core.Workers;
using GridActors.Grains.Access;

namespace GridActors.Grains.Tests.Access;

/// <summary>What a ticket says, and to whom it says nothing.</summary>
public sealed class CallTicketTests
{
    private static readonly Caller _caller = new(
        "用户-7",
        [
            new Grant(CallerRole.Worker, "652301001001001", Worker: WorkerId.Parse("w-day")),
            new Grant(CallerRole.Department, "652301", Department: DepartmentCode.Parse("652301000000/water")),
            new Grant(CallerRole.CentreOperator, ""),
        ]);

    private readonly CallTickets _tickets = CallTickets.WithFreshKey();

    [Fact]
    public void Who_is_in_a_ticket_comes_out_of_it()
    {
        var read = _tickets.Read(Sent(_tickets.Issue(Authority.Of(_caller))));

        Assert.Equal((_caller.Subject, true, false), (read.Caller.Subject, read.IsKnown, read.IsSystem));
        Assert.Equal(_caller.Grants.AsEnumerable(), read.Caller.Grants);
        Assert.Equal(Authority.System, _tickets.Read(Sent(_tickets.Issue(Authority.System))));
        Assert.True(_tickets.Read(Sent(_tickets.Issue(Authority.Of(Caller.Anonymous)))) is { IsKnown: true, Caller.IsAnonymous: true });
    }

    [Fact]
    public void A_ticket_that_is_missing_over_or_of_another_key_is_nobodys()
    {
        Assert.Equal(Authority.Nobody, _tickets.Read(null));
        Assert.Equal(Authority.Nobody, _tickets.Read(new CallTicket([])));
        Assert.Equal(Authority.Nobody, _tickets.Read(_tickets.Issue(Authority.System, TimeProvider.System.GetUtcNow().AddSeconds(-1))));
        Assert.Equal(Authority.Nobody, _tickets.Read(Sent(CallTickets.WithFreshKey().Issue(Authority.System))));
    }

    [Fact]
    public void A_ticket_with_any_bit_changed_is_nobodys()
    {
        var bytes = _tickets.Issue(Authority.Of(_caller)).Bytes;

        Assert.All(Enumerable.Range(0, bytes.Length), i => Assert.Equal(Authority.Nobody, _tickets.Read(new CallTicket(bytes.SetItem(i, (byte)(bytes[i] ^ 1))))));
    }

    [Fact]
    public void A_ticket_that_is_cut_short_is_nobodys()
    {
        var bytes = _tickets.Issue(Authority.Of(_caller)).Bytes;

        Assert.All(Enumerable.Range(0, bytes.Length), i => Assert.Equal(Authority.Nobody, _tickets.Read(new CallTicket(bytes[..i]))));
    }

    [Fact]
    public void A_short_key_is_none() => Assert.Throws<ArgumentException>(() => new CallTickets(new byte[CallTickets.MinKeyBytes - 1]));

    /// <summary>As it arrives: what the sender knew of it is not sent.</summary>
    private static CallTicket Sent(CallTicket ticket) => new(ticket.Bytes);
}
