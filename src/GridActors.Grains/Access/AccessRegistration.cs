namespace GridActors.Grains.Access;

/// <summary>Both ends of a call. A <see cref="CallTickets"/> with the cluster's key has to be among the services.</summary>
public static class AccessRegistration
{
    public static ISiloBuilder AddCallGuard(this ISiloBuilder silo) =>
        silo.AddIncomingGrainCallFilter<CallGuard>().AddOutgoingGrainCallFilter<TicketSender>();

    public static IClientBuilder AddCallTickets(this IClientBuilder client) => client.AddOutgoingGrainCallFilter<TicketSender>();
}
