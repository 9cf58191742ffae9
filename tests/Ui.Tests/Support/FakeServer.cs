using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Tourism.Kernel;

namespace Tourism.Ui.Tests.Support;

/// <summary>A request as the server got it.</summary>
internal sealed record Sent(string Method, string Path, string Body)
{
    /// <summary>What stands behind the question mark.</summary>
    public string Query { get; init; } = "";

    /// <summary>Who stood at the screen, as the app said.</summary>
    public string? Person { get; init; }

    public T Read<T>() => JsonSerializer.Deserialize<T>(Body, Json.Options)!;
}

/// <summary>Answers the app as a test tells it to, and remembers what was asked.</summary>
internal sealed class FakeServer : HttpMessageHandler
{
    private ImmutableList<(string Method, string Prefix, Func<Sent, HttpResponseMessage> Answer)> _answers = [];

    public ImmutableList<Sent> All { get; private set; } = [];

    /// <summary>While true, requests are lost on the way.</summary>
    public bool Down { get; set; }

    /// <summary>While true, requests arrive and are never answered.</summary>
    public bool Hangs { get; set; }

    private (string Method, string Path, TaskCompletionSource Go)? _held;

    /// <summary>Answers to this wait from now on until <see cref="LetGo"/>.</summary>
    public void Hold(string method, string path) => _held = (method, path, new TaskCompletionSource());

    public void LetGo()
    {
        _held?.Go.SetResult();
        _held = null;
    }

    public IReadOnlyList<Sent> Of(string method, string prefix) =>
        [.. All.Where(sent => sent.Method == method && sent.Path.StartsWith(prefix, StringComparison.Ordinal))];

    public void On<T>(string method, string prefix, Func<Sent, T> answer) =>
        _answers = _answers.Insert(0, (method, prefix, sent => new HttpResponseMessage { Content = JsonContent.Create(answer(sent), options: Json.Options) }));

    /// <summary>Answers with a line that goes on: server-sent events, as they are written into the stream.</summary>
    public void Tell(string prefix, Func<Sent, Stream> line) => _answers = _answers.Insert(0, ("GET", prefix, sent =>
    {
        var content = new StreamContent(line(sent));
        content.Headers.ContentType = new("text/event-stream");
        return new HttpResponseMessage { Content = content };
    }));

    /// <summary>Turns a request down when <paramref name="when"/> says so, else gives <paramref name="answer"/>.</summary>
    public void RefuseWhen<T>(string method, string prefix, Func<Sent, bool> when, HttpStatusCode status, Func<Sent, T> answer) =>
        _answers = _answers.Insert(0, (method, prefix, sent => when(sent)
            ? new HttpResponseMessage(status)
            : new HttpResponseMessage { Content = JsonContent.Create(answer(sent), options: Json.Options) }));

    public void Refuse(string method, string prefix, HttpStatusCode status, string detail, string? field = null) =>
        _answers = _answers.Insert(0, (method, prefix, _ => new HttpResponseMessage(status)
        {
            Content = new StringContent(JsonSerializer.Serialize(new { detail, field }), Encoding.UTF8, "application/problem+json"),
        }));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new Sent(request.Method.Method, request.RequestUri!.AbsolutePath, body) {
            Query = request.RequestUri.Query,
            Person = request.Headers.TryGetValues("Tourism-Person", out var named) ? named.Single() : null,
        };
        All = All.Add(sent);
        if (Down)
            throw new HttpRequestException("The network is down.");
        if (Hangs)
            await Task.Delay(Timeout.Infinite, cancellationToken);
        if (_held is { } held && held.Method == sent.Method && held.Path == sent.Path)
            await held.Go.Task;
        var known = _answers.FirstOrDefault(answer => answer.Method == sent.Method && sent.Path.StartsWith(answer.Prefix, StringComparison.Ordinal));
        return known.Answer?.Invoke(sent) ?? new HttpResponseMessage(HttpStatusCode.NotFound);
    }
}
