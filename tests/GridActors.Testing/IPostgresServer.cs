namespace GridActors.Testing;

/// <summary>A running PostgreSQL in which tests may create databases.</summary>
public interface IPostgresServer
{
    /// <summary>A new database with every migration applied. Whoever asks for it drops it.</summary>
    /// <returns>Its connection string.</returns>
    string CreateDatabase();
}
