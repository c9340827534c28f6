using GridActors.Hosting;
using Microsoft.Extensions.Hosting;

// A silo without HTTP on a data directory: deadlines go on firing while no API is up.
var builder = Host.CreateApplicationBuilder(HostSettings.For(args));
builder.AddLogging().AddGridActors();
await builder.Build().RunAsync();
