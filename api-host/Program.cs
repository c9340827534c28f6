using GridActors.ApiHost;

await ApiApplication.Build(args).RunAsync();
