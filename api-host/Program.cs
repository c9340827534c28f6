using GridActors.ApiHost;
using GridActors.Hosting;

return await HostProgram.RunAsync(() => ApiApplication.Build(args));
