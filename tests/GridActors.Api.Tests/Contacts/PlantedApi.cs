namespace GridActors.Api.Tests.Contacts;

/// <summary>A host that says everything it can.</summary>
public abstract class PlantedApi(params string[] settings) : ContactsApi(
[
    "--Serilog:MinimumLevel:Default=Verbose",
    "--Serilog:MinimumLevel:Override:Microsoft=Verbose",
    "--Serilog:MinimumLevel:Override:Orleans=Debug",
    "--Serilog:MinimumLevel:Override:Npgsql=Verbose",
    .. settings,
]);

public sealed class EmbeddedPlantedApi() : PlantedApi;

/// <summary>With a silo of its own on a PostgreSQL.</summary>
public sealed class ClusterPlantedApi(string connectionString, string keyFile) : PlantedApi(
    $"--ConnectionStrings:GridActors={connectionString}",
    $"--Contacts:KeyFile={keyFile}",
    $"--Access:TicketKey={Convert.ToBase64String(new byte[32])}",
    "--GridActors:Silo=true",
    "--GridActors:MigrateOnStart=true",
    "--GridActors:DemoRegion=true",
    "--GridActors:DrainDelay=00:00:00");
