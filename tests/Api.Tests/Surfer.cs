using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Api.Tests;

/// <summary>One browser between the staff app and the provider: it follows redirects by hand, so that a test may change each address.</summary>
internal sealed class Surfer : IDisposable
{
    private readonly HttpClient _http;
    private readonly CookieContainer _cookies = new();

    public Surfer(Uri host) => _http = new HttpClient(new HttpClientHandler { CookieContainer = _cookies, AllowAutoRedirect = false })
    {
        BaseAddress = host, DefaultRequestHeaders = { { "Accept-Language", "en" } },
    };

    /// <summary>Sends JSON and reads the answer; a failure is an exception.</summary>
    public async Task<T> SendAsync<T>(HttpMethod method, string path, object? body = null)
    {
        using var answer = await SendAsync(method, path, body);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? JsonSerializer.Deserialize<T>(text, Json.Options)! : throw new HttpRequestException($"{path}: {text}", null, answer.StatusCode);
    }

    public Task<HttpResponseMessage> SendAsync(HttpMethod method, string path, object? body = null)
    {
        var request = new HttpRequestMessage(method, path);
        if (body is not null)
            request.Content = new StringContent(JsonSerializer.Serialize(body, Json.Options), Encoding.UTF8, "application/json");
        return _http.SendAsync(request);
    }

    /// <summary>Where the provider is to be asked.</summary>
    public async Task<string> StartAsync(OpenIdStart start) => (await SendAsync<OpenIdStartView>(HttpMethod.Post, "/api/v1/session/openid", start)).Address;

    /// <summary>Where the provider sends this browser; <c>null</c> when it does not.</summary>
    public async Task<string?> AskAsync(string address)
    {
        using var answer = await _http.GetAsync(new Uri(address));
        return answer.Headers.Location?.ToString();
    }

    /// <summary>Where this installation sends this browser in the end. Strict cookies do not come along from another site.</summary>
    public async Task<string> ComeBackAsync(string address)
    {
        var strict = _cookies.GetAllCookies().Where(one => one.Name is "tourism" or "tourism-device").ToList();
        strict.ForEach(one => one.Expired = true);
        using var answer = await _http.GetAsync(new Uri(address));
        var renewed = _cookies.GetAllCookies().Select(one => one.Name).ToHashSet();
        strict.Where(one => !renewed.Contains(one.Name)).ToList().ForEach(one => _cookies.Add(new Cookie(one.Name, one.Value, one.Path, one.Domain)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>All the way.</summary>
    public async Task<string> GoAsync(OpenIdStart start) => await ComeBackAsync((await AskAsync(await StartAsync(start)))!);

    /// <summary>Where members are sent to sign in.</summary>
    public async Task<string> StartAsMemberAsync(string language = "en")
    {
        using var answer = await _http.GetAsync(new Uri($"/points/sign-in?lang={language}", UriKind.Relative));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString();
    }

    /// <summary>The way of a member, all the way.</summary>
    public async Task<string> GoAsMemberAsync(string language = "en") => await ComeBackAsync((await AskAsync(await StartAsMemberAsync(language)))!);

    /// <summary>Reads a page.</summary>
    public Task<HttpResponseMessage> PageAsync(string path) => _http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Sends a form of a page.</summary>
    public Task<HttpResponseMessage> FormAsync(string path, string? card = null, string? from = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new FormUrlEncodedContent(card is null ? [] : [KeyValuePair.Create("card", card)]) };
        if (from is not null)
            request.Headers.Add("Sec-Fetch-Site", from);
        return _http.SendAsync(request);
    }

    /// <summary>Loses one of its cookies.</summary>
    public void Lose(string name) => _cookies.GetAllCookies().Single(one => one.Name == name).Expired = true;

    /// <summary>A cookie as a request shows it.</summary>
    public string Cookie(string name) => _cookies.GetAllCookies().Single(one => one.Name == name).ToString();

    public Task<SessionView> SessionAsync() => SendAsync<SessionView>(HttpMethod.Get, "/api/v1/session");

    /// <summary>The address with one part of its query changed.</summary>
    public static string Changed(string address, string name, string value)
    {
        var uri = new Uri(address);
        var query = QueryHelpers.ParseQuery(uri.Query).ToDictionary(part => part.Key, part => (string?)part.Value.ToString());
        Assert.True(query.ContainsKey(name), $"There is no '{name}' in {address}");
        query[name] = value;
        return QueryHelpers.AddQueryString(uri.GetLeftPart(UriPartial.Path), query);
    }

    public void Dispose() => _http.Dispose();
}
