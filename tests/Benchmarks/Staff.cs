using System.Net.Http.Json;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Benchmarks;

/// <summary>A signed-in person of the demo.</summary>
internal sealed class Staff
{
    private readonly HttpClient _http;

    private Staff(Uri host) => (Host, _http) = (host, new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = host });

    public Uri Host { get; }

    public string Cookie { get; private set; } = "";

    public static async Task<Staff> SignInAsync(Uri host, string person)
    {
        var staff = new Staff(host);
        using var answer = await staff._http.PostAsJsonAsync("/api/v1/session", new SignInRequest(person), Json.Options);
        answer.EnsureSuccessStatusCode();
        staff.Cookie = string.Join("; ", answer.Headers.GetValues("Set-Cookie").Select(cookie => cookie.Split(';')[0]));
        staff._http.DefaultRequestHeaders.Add("Cookie", staff.Cookie);
        return staff;
    }

    public Connection Open() => new(Host, $"Cookie: {Cookie}");

    public async Task<T> SendAsync<T>(HttpMethod method, string path, object? body = null)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : JsonContent.Create(body, body.GetType(), options: Json.Options) };
        using var answer = await _http.SendAsync(request);
        return answer.IsSuccessStatusCode
            ? (await answer.Content.ReadFromJsonAsync<T>(Json.Options))!
            : throw new InvalidOperationException($"{path}: {await answer.Content.ReadAsStringAsync()}");
    }
}
