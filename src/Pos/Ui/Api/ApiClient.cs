using System.Net;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Tourism.Kernel;
using Tourism.Pos.Ui.Words;

namespace Tourism.Pos.Ui.Api;

/// <summary>The public HTTP API as the screens use it: every outcome is a value, in the language of the screen.</summary>
public sealed class ApiClient(HttpClient http, Wording wording)
{
    /// <summary>Unlike the server, an app must read answers that have grown since it was built.</summary>
    public static JsonSerializerOptions Reading { get; } = new(Json.Options) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Skip };

    /// <summary>Header that names <see cref="Person"/>.</summary>
    private const string PersonHeader = "Tourism-Person";

    private const string Data = "data: ";

    /// <summary>
    /// Sign-in name of whoever stands at the screen. A session of somebody else, which the browser may still have from before a switch without
    /// network, then does not count for what is asked here.
    /// </summary>
    public string? Person { get; set; }

    /// <summary>Reads.</summary>
    public Task<Answer<T>> GetAsync<T>(string path, CancellationToken ct = default) => SendAsync<T>(HttpMethod.Get, path, null, ct);

    /// <summary>Writes under a name made here; may be repeated.</summary>
    public Task<Answer<T>> PutAsync<T>(string path, object? body = null, CancellationToken ct = default) => SendAsync<T>(HttpMethod.Put, path, body, ct);

    /// <summary>Hands in a file under a name made here; may be repeated.</summary>
    public Task<Answer<T>> PutFileAsync<T>(string path, byte[] content, CancellationToken ct = default) => SendAsync<T>(HttpMethod.Put, path, new ByteArrayContent(content), ct);

    /// <summary>Asks something that needs a body.</summary>
    public Task<Answer<T>> PostAsync<T>(string path, object body, CancellationToken ct = default) => SendAsync<T>(HttpMethod.Post, path, body, ct);

    /// <summary>Ends something.</summary>
    public Task<Answer<T>> DeleteAsync<T>(string path, CancellationToken ct = default) => SendAsync<T>(HttpMethod.Delete, path, null, ct);

    /// <summary>
    /// What the server says as it happens. Ends without a word when it will not or cannot: whoever listens then asks in the ordinary way.
    /// </summary>
    public async IAsyncEnumerable<T> ListenAsync<T>(string path, [EnumeratorCancellation] CancellationToken ct)
    {
        using var line = await OpenAsync(path, ct);
        while (line is not null && await NextAsync(line, ct) is { } said)
        {
            if (said.StartsWith(Data, StringComparison.Ordinal))
                yield return JsonSerializer.Deserialize<T>(said.AsSpan(Data.Length), Reading)!;
        }
    }

    private async Task<StreamReader?> OpenAsync(string path, CancellationToken ct)
    {
        using var request = NewRequest(HttpMethod.Get, path);
        try
        {
            var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (response.IsSuccessStatusCode && response.Content.Headers.ContentType?.MediaType == "text/event-stream")
                return new StreamReader(await response.Content.ReadAsStreamAsync(ct));
            response.Dispose();
        }
        catch (HttpRequestException)
        {
            // No network: asking in the ordinary way says so.
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            // The answer did not begin in time, which is no better than no network.
        }

        return null;
    }

    private static async Task<string?> NextAsync(StreamReader line, CancellationToken ct)
    {
        try
        {
            return await line.ReadLineAsync(ct);
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            return null;
        }
    }

    private HttpRequestMessage NewRequest(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.AcceptLanguage.ParseAdd(wording.Language);
        if (Person is { } person)
            request.Headers.Add(PersonHeader, Uri.EscapeDataString(person));
        return request;
    }

    private async Task<Answer<T>> SendAsync<T>(HttpMethod method, string path, object? body, CancellationToken ct)
    {
        using var request = NewRequest(method, path);
        if (body is not null)
            request.Content = body as HttpContent ?? JsonContent.Create(body, body.GetType(), options: Json.Options);
        try
        {
            using var response = await http.SendAsync(request, ct);
            return response.IsSuccessStatusCode ? await ValueAsync<T>(response, ct) : await ProblemAsync(response, ct);
        }
        catch (HttpRequestException)
        {
            return new Problem(ProblemKind.Offline);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return new Problem(ProblemKind.Offline);
        }
        catch (JsonException)
        {
            return new Problem(ProblemKind.Trouble);
        }
    }

    private static async Task<Answer<T>> ValueAsync<T>(HttpResponseMessage response, CancellationToken ct) =>
        response.StatusCode == HttpStatusCode.NoContent ? default(T)! : (await response.Content.ReadFromJsonAsync<T>(Reading, ct))!;

    private static async Task<Problem> ProblemAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var said = response.Content.Headers.ContentType?.MediaType is "application/problem+json" or "application/json"
            ? await response.Content.ReadFromJsonAsync<ProblemBody>(Reading, ct)
            : null;
        return new Problem(KindOf(response.StatusCode), said?.Detail, said?.Field, (int)response.StatusCode);
    }

    private static ProblemKind KindOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.Unauthorized => ProblemKind.SignedOut,
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => ProblemKind.Trouble,
        _ => ProblemKind.Refused,
    };

    private sealed record ProblemBody(string? Detail, string? Field);
}
