using GridActors.Cli;

return await GridActorsCommand.RunAsync(args, Console.Out, Console.Error);
