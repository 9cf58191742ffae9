using System.Collections.Concurrent;
using System.Text;

namespace Tourism.Pos.Tests.Sandbox;

/// <summary>Looks at everything that passes between the product and the sandbox, and remembers what does not fit the published shapes.</summary>
internal sealed class ShapeWatch
{
    private const string Api = "/sandbox/stripe";

    public ConcurrentQueue<string> Misfits { get; } = [];

    /// <summary>Where events come in.</summary>
    public DelegatingHandler Events() => new Handler(async (request, send) =>
    {
        Note(await StripeSchema.EventMisfitAsync(await request.Content!.ReadAsStringAsync()));
        return await send();
    });

    /// <summary>Where the API is called; must stand next to the network, so that a test may break answers behind it.</summary>
    public DelegatingHandler Calls() => new Handler(async (request, send) =>
    {
        var (method, path) = (request.Method.Method, request.RequestUri!.AbsolutePath[Api.Length..]);
        if (StripeSchema.Find(method, path) is not { } operation)
        {
            Note($"The sandbox does not speak {method} {path}.");
            return await send();
        }

        var form = method == "GET" || request.Content is null ? request.RequestUri.Query : await request.Content.ReadAsStringAsync();
        var answer = await send();
        if (answer.Headers.Contains("Sandbox-Fault"))
            return answer;
        var text = await BufferAsync(answer);
        Note(answer.IsSuccessStatusCode ? await operation.MisfitOfAnswerAsync(text) : await StripeSchema.MisfitAsync(text, "error"));
        Note(await StripeParameters.MisfitAsync(form, operation.Request));
        return answer;
    });

    private static async Task<string> BufferAsync(HttpResponseMessage answer)
    {
        await answer.Content.LoadIntoBufferAsync();
        return Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync());
    }

    private void Note(string misfit)
    {
        if (misfit.Length > 0)
            Misfits.Enqueue(misfit);
    }

    private sealed class Handler(Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> look) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            look(request, () => base.SendAsync(request, cancellationToken));
    }
}
