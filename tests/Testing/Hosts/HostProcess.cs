using System.Diagnostics;
using System.Runtime.InteropServices;
using Tourism.Kernel.Server.Persistence;

namespace Tourism.Testing.Hosts;

/// <summary>The real host as a process of its own on a free port: what is tested here has no test server in between.</summary>
public sealed partial class HostProcess : IAsyncDisposable
{
    private const int Terminate = 15;
    private readonly Process _process;
    private readonly HostLog _log = new();

    private HostProcess(HostSettings settings, int port)
    {
        Url = new Uri($"http://localhost:{port}");
        Client = new HttpClient { BaseAddress = Url, Timeout = TimeSpan.FromSeconds(100) };
        _process = new Process { StartInfo = HostLaunch.Of(Dll, settings) };
        _process.OutputDataReceived += (_, line) => _log.Add(line.Data);
        _process.ErrorDataReceived += (_, line) => _log.Add(line.Data);
    }

    /// <summary>Published host of <c>scripts/test</c>, else the one built last.</summary>
    public static string Dll { get; } = Environment.GetEnvironmentVariable("TOURISM_TEST_HOST") is { Length: > 0 } published
        ? published
        : new[] { "release", "debug" }.Select(kind => Repository.Path("artifacts", "bin", "Tourism.Pos", kind, "Tourism.Pos.dll"))
            .Where(File.Exists).OrderByDescending(File.GetLastWriteTimeUtc).FirstOrDefault() ?? "";

    /// <summary>Why no host can be started here, and what to do; <c>null</c> when one can.</summary>
    public static string? Missing => File.Exists(Dll) ? null : "No built host: run scripts/test, or build src/Pos.";

    /// <summary>Its address, without a path.</summary>
    public Uri Url { get; }

    /// <summary>A client of it.</summary>
    public HttpClient Client { get; }

    /// <summary>Everything it has written so far.</summary>
    public string Log => _log.Text;

    /// <summary>True once the process has ended, by itself or not.</summary>
    public bool HasExited => _process.HasExited;

    /// <summary>Starts a host and waits until it says that it is ready.</summary>
    public static async Task<HostProcess> StartAsync(HostSettings settings)
    {
        var host = Launch(settings);
        try
        {
            await host.ReadyAsync(settings.ReadyWithin);
            return host;
        }
        catch
        {
            await host.DisposeAsync();
            throw;
        }
    }

    /// <summary>Starts a host on a database that may be empty: with SQLite it brings it up by itself, with the others the migrate command does, as in production.</summary>
    public static async Task<HostProcess> StartMigratedAsync(HostSettings settings)
    {
        if (settings.Provider != DatabaseProvider.Sqlite && await RunToEndAsync(settings with { Arguments = ["migrate"] }) is { ExitCode: not 0, Log: var log })
            throw new InvalidOperationException(log);
        return await StartAsync(settings);
    }

    /// <summary>Runs a host that ends by itself, after a command or because it refuses to start. Returns its exit code and log.</summary>
    public static async Task<(int ExitCode, string Log)> RunToEndAsync(HostSettings settings)
    {
        await using var host = Launch(settings);
        using var patience = new CancellationTokenSource(settings.ReadyWithin);
        await host._process.WaitForExitAsync(patience.Token);
        return (host._process.ExitCode, host.Log);
    }

    /// <summary>Ends it as a power cut would: nothing of its own runs any more.</summary>
    public void Kill()
    {
        _process.Kill();
        _process.WaitForExit();
    }

    /// <summary>Asks it to end, as an operator does, and waits. Returns its exit code.</summary>
    public async Task<int> StopAsync()
    {
        if (!_process.HasExited)
            _ = SendSignal(_process.Id, Terminate);
        await _process.WaitForExitAsync();
        return _process.ExitCode;
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        if (!_process.HasExited)
            Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static HostProcess Launch(HostSettings settings)
    {
        if (Missing is { } reason)
            throw new InvalidOperationException(reason);
        Directory.CreateDirectory(settings.DataDirectory);
        var port = settings.Port > 0 ? settings.Port : HostLaunch.FreePort();
        var host = new HostProcess(settings, port);
        host._process.StartInfo.ArgumentList.Add("--urls");
        host._process.StartInfo.ArgumentList.Add(host.Url.ToString());
        host._process.Start();
        host._process.BeginOutputReadLine();
        host._process.BeginErrorReadLine();
        return host;
    }

    private async Task ReadyAsync(TimeSpan within)
    {
        var began = Stopwatch.StartNew();
        while (!await IsReadyAsync())
        {
            if (_process.HasExited)
                throw new InvalidOperationException($"The host ended with {_process.ExitCode} before it was ready:\n{Log}");
            if (began.Elapsed > within)
                throw new TimeoutException($"The host was not ready within {within}:\n{Log}");
            await Task.Delay(100);
        }
    }

    private async Task<bool> IsReadyAsync()
    {
        try
        {
            using var answer = await Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            // Not listening yet.
            return false;
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int SendSignal(int process, int signal);
}
