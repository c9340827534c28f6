using System.Data.Common;

namespace GridActors.Hosting.Storage;

/// <summary>The database as Orleans' AdoNet providers want it: the same one that the journal is in.</summary>
/// <param name="Invariant">The name under which they load its driver.</param>
public sealed record OrleansDatabase(string Invariant, DbDataSource DataSource);
