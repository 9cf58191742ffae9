using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Pos.Tests.Payments.TwoHosts;

/// <summary>Two processes of one installation on one database, behind which a caller finds whichever lives.</summary>
internal sealed class HostPair : IAsyncDisposable
{
    private readonly HttpClient _http = new(new HttpClientHandler { AllowAutoRedirect = false }) { Timeout = TimeSpan.FromSeconds(60) };
    private readonly HostSettings[] _settings;
    private readonly HostProcess[] _hosts;
    private readonly int[] _asked = new int[2];

    private HostPair(HostSettings[] settings, HostProcess[] hosts) => (_settings, _hosts) = (settings, hosts);

    public static async Task<HostPair> StartAsync(DatabaseFixture database)
    {
        var key = new Dictionary<string, string> { ["Tourism__Tickets__KeyFile"] = NewInstallation.TicketKey(database.Folder) };
        var settings = new[] { "one", "two" }.Select(name => new HostSettings(Path.Combine(database.Folder, name))
        {
            Provider = database.Provider, ConnectionString = database.ConnectionString, Environment = key,
        }).ToArray();
        HostProcess[] hosts = [await HostProcess.StartMigratedAsync(settings[0]), await HostProcess.StartAsync(settings[1])];
        return new HostPair([.. settings.Zip(hosts, (one, host) => one with { Port = host.Url.Port })], hosts);
    }

    /// <summary>Calls that a host has not answered yet and in which it talks with the provider.</summary>
    public bool IsInCall(int host) => Volatile.Read(ref _asked[host]) > 0;

    /// <summary>A power cut, and the restart some time after it.</summary>
    public async Task CutAsync(int host, TimeSpan dark)
    {
        _hosts[host].Kill();
        await _hosts[host].DisposeAsync();
        await Task.Delay(dark);
        _hosts[host] = await HostProcess.StartAsync(_settings[host]);
    }

    /// <summary>Sends until one of the two has answered, as the tills' outbox does.</summary>
    /// <param name="pick">0 or 1: who is asked first.</param>
    /// <param name="method">Of the request.</param>
    /// <param name="path">Of the request.</param>
    /// <param name="body">Of the request.</param>
    public async Task<T> AskAsync<T>(int pick, HttpMethod method, string path, object? body = null)
    {
        for (var host = pick; ; host = 1 - host)
        {
            if (await TryAsync(host, method, path, body) is { } answer)
                return JsonSerializer.Deserialize<T>(answer.Text, Json.Options)!;
            await Task.Delay(50);
        }
    }

    /// <summary>A visitor opens a page, or sends a form; on the other host when the first one is dead.</summary>
    /// <param name="pick">0 or 1: who is asked first.</param>
    /// <param name="path">Of the page.</param>
    /// <param name="form">Sent if there is one.</param>
    public async Task<(string Text, Uri? Location)> VisitAsync(int pick, string path, Dictionary<string, string>? form = null)
    {
        for (var host = pick; ; host = 1 - host)
        {
            if (await TryAsync(host, form is null ? HttpMethod.Get : HttpMethod.Post, path, form) is { } answer)
                return answer;
            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        foreach (var host in _hosts)
            await host.DisposeAsync();
    }

    /// <summary><c>null</c> when the host is dead, dies before it answers, is not ready, or has heard enough from this address for a minute.</summary>
    private async Task<(string Text, Uri? Location)?> TryAsync(int host, HttpMethod method, string path, object? body)
    {
        var talks = method == HttpMethod.Put && path.StartsWith("/api/v1/payments/", StringComparison.Ordinal) || method == HttpMethod.Post && path.StartsWith("/buy/", StringComparison.Ordinal);
        if (talks)
            Interlocked.Increment(ref _asked[host]);
        try
        {
            using var request = new HttpRequestMessage(method, new Uri(_hosts[host].Url, path));
            if (body is not null)
                request.Content = body is Dictionary<string, string> form ? new FormUrlEncodedContent(form) : JsonContent.Create(body, body.GetType(), options: Json.Options);
            using var answer = await _http.SendAsync(request);
            var text = await answer.Content.ReadAsStringAsync();
            if ((int)answer.StatusCode < 400)
                return (text, answer.Headers.Location);
            return answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.TooManyRequests ? null : throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {text}");
        }
        catch (HttpRequestException)
        {
            return null;
        }
        finally
        {
            if (talks)
                Interlocked.Decrement(ref _asked[host]);
        }
    }
}
