using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Tourism.Testing.Hosts;

/// <summary>How a host's process is started.</summary>
internal static class HostLaunch
{
    public static ProcessStartInfo Of(string dll, HostSettings settings)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet", [dll, .. settings.Arguments])
        {
            WorkingDirectory = ContentRoot(dll),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOurs).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in settings.Variables())
            start.Environment[name] = value;
        return start;
    }

    /// <summary>Settings of the developer's shell must not reach the host under test.</summary>
    private static bool IsOurs(string name) =>
        name.StartsWith("Tourism__", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ASPNETCORE_", StringComparison.OrdinalIgnoreCase);

    /// <summary>A published host has its files beside it; a built one has them in the sources.</summary>
    private static string ContentRoot(string dll)
    {
        var folder = Path.GetDirectoryName(dll)!;
        return Directory.Exists(Path.Combine(folder, "wwwroot")) ? folder : Repository.Path("src", "Pos");
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
