namespace GridActors.Storage.Tests.Silos;

public sealed class PostgresMembershipTests(SharedPostgresServer server) : MembershipContract(new PostgresTwoSilos(server));
