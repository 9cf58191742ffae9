using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Testing.Hosts;

/// <summary>How to start a host.</summary>
/// <param name="DataDirectory">Its data folder: the same one again is a restart.</param>
public sealed record HostSettings(string DataDirectory)
{
    /// <summary>What the installation is for.</summary>
    public TourismMode Mode { get; init; } = TourismMode.Demo;

    /// <summary>Which database.</summary>
    public DatabaseProvider Provider { get; init; }

    /// <summary>The database; the host's own default when <c>null</c>.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>More environment variables, for example <c>Tourism__PublicUrl</c>. They win over the rest.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>More arguments of the command line.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Port to listen on: a restart keeps the addresses that were given out; 0 takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>How long it may take until it is ready.</summary>
    public TimeSpan ReadyWithin { get; init; } = TimeSpan.FromSeconds(60);

    internal Dictionary<string, string> Variables()
    {
        var variables = new Dictionary<string, string>
        {
            ["Tourism__Mode"] = Mode.ToString(),
            ["Tourism__DataDirectory"] = DataDirectory,
            ["Tourism__Database__Provider"] = Provider.ToString(),
        };
        if (ConnectionString is not null)
            variables["Tourism__Database__ConnectionString"] = ConnectionString;
        foreach (var (name, value) in Environment)
            variables[name] = value;
        return variables;
    }
}
