using System.Data.Common;
using GridActors.Hosting.Storage;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Hosting;

namespace GridActors.Hosting;

/// <summary>Runs a host until it is told to stop.</summary>
public static class HostProgram
{
    /// <returns>0 after a stop; 2 where the configuration is refused and 1 where the store or the port cannot be used, each with one line on the error stream. Anything else is a bug and is thrown.</returns>
    public static async Task<int> RunAsync(Func<IHost> build)
    {
        try
        {
            var host = build();
            await using var disposal = (IAsyncDisposable)host;
            await host.StartAsync();
            await host.WaitForShutdownAsync();
            return 0;
        }
        catch (ConfigurationRefusedException refused)
        {
            await Console.Error.WriteLineAsync($"gridactors: {refused.Message}");
            return 2;
        }
        catch (Exception fault) when (Explains(fault))
        {
            await Console.Error.WriteLineAsync($"gridactors: {fault.Message}");
            return 1;
        }
    }

    /// <summary>Whether its message is all that an operator needs.</summary>
    internal static bool Explains(Exception fault) => fault
        is DataDirectoryInUseException or StoreNotReadyException or DbException or IOException { InnerException: AddressInUseException };
}
