[assembly: AssemblyFixture(typeof(SharedPostgresServer))]
