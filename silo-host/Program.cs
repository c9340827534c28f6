using GridActors.Hosting;
using GridActors.SiloHost;

return await HostProgram.RunAsync(() => SiloApplication.Build(args));
