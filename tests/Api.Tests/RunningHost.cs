using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Api.Tests;

/// <summary>A host on a suite's database that can be killed and started again under the same address.</summary>
internal sealed class RunningHost : IAsyncDisposable
{
    private readonly HostSettings _settings;
    private HostProcess _process;

    private RunningHost(HostSettings settings, HostProcess process) => (_settings, _process) = (settings, process);

    public Uri Url => _process.Url;

    public string Log => _process.Log;

    public static async Task<RunningHost> StartAsync(DatabaseFixture database, Func<HostSettings, HostSettings>? with = null)
    {
        Needs.Host();
        await JapaneseDay.AwayFromMidnightAsync();
        var settings = new HostSettings(database.Folder) { Provider = database.Provider, ConnectionString = database.ConnectionString };
        settings = with?.Invoke(settings) ?? settings;
        var process = await HostProcess.StartMigratedAsync(settings);
        return new RunningHost(settings with { Port = process.Url.Port }, process);
    }

    /// <summary>A power cut and the restart after it.</summary>
    public async Task CrashAsync()
    {
        _process.Kill();
        await _process.DisposeAsync();
        _process = await HostProcess.StartAsync(_settings);
    }

    /// <summary>Runs a command of the host beside the one that serves.</summary>
    public Task<(int ExitCode, string Log)> CommandAsync(string command) => HostProcess.RunToEndAsync(_settings with { Arguments = [command], Port = 0 });

    public ValueTask DisposeAsync() => _process.DisposeAsync();
}
