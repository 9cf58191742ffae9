using System.Net;
using System.Net.Http.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Api.Tests;

/// <summary>One signed-in person's browser, which keeps its cookie across restarts of the host.</summary>
internal sealed class Staff : IDisposable
{
    private readonly HttpClient _http;

    private Staff(Uri host, bool keepsCookies = true) => _http = new HttpClient(new HttpClientHandler { UseCookies = keepsCookies, AllowAutoRedirect = false })
    {
        BaseAddress = host,
        DefaultRequestHeaders = { { "Accept-Language", "en" } },
    };

    public static Staff Nobody(Uri host) => new(host);

    public static async Task<Staff> SignInAsync(Uri host, string person)
    {
        var staff = new Staff(host);
        await staff.SendAsync<SessionView>(HttpMethod.Post, "/api/v1/session", new SignInRequest(person));
        return staff;
    }

    /// <summary>Sends and expects success.</summary>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, object? body = null)
    {
        using var response = await SendAsync(method, path, body);
        var text = await response.Content.ReadAsStringAsync();
        return response.IsSuccessStatusCode
            ? System.Text.Json.JsonSerializer.Deserialize<T>(text, Json.Options)!
            : throw new HttpRequestException($"{method} {path}: {(int)response.StatusCode} {text}", null, response.StatusCode);
    }

    public Task<T> GetAsync<T>(string path) => SendAsync<T>(HttpMethod.Get, path);

    public Task<T> PutAsync<T>(string path, object body) => SendAsync<T>(HttpMethod.Put, path, body);

    public Task<T> PostAsync<T>(string path, object body) => SendAsync<T>(HttpMethod.Post, path, body);

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = body as HttpContent ?? JsonContent.Create(body, body.GetType(), options: Json.Options);
        return _http.SendAsync(request);
    }

    /// <summary>Another system, which shows its key with every call.</summary>
    public static Staff WithKey(Uri host, string key)
    {
        var system = new Staff(host);
        system._http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return system;
    }

    /// <summary>A browser that has this cookie and takes no other.</summary>
    public static Staff WithCookie(Uri host, string cookie)
    {
        var browser = new Staff(host, keepsCookies: false);
        browser._http.DefaultRequestHeaders.Add("Cookie", cookie);
        return browser;
    }

    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) => _http.SendAsync(request);

    public void Dispose() => _http.Dispose();
}
