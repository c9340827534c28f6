namespace GridActors.Storage.Tests.Silos;

public sealed class SqliteMembershipTests() : MembershipContract(new SqliteTwoSilos());
