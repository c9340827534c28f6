using System.Text.Json;
using System.Text.Json.Serialization;

namespace GridActors.Cli.Simulations;

[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web,
    WriteIndented = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(SimulationSummary))]
internal sealed partial class SimulationJson : JsonSerializerContext;
