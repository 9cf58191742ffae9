using System.Net;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Tests.Sandbox;

namespace Tourism.Pos.Tests.Payments;

/// <summary>
/// The same requests through the same pipeline, without a socket: many payments cost little. Nobody watches the shapes here; every other test of payments does.
/// </summary>
internal sealed class InProcessServer : IServer
{
    private Func<IFeatureCollection, Task>? _process;

    public InProcessServer() => Features.Set<IServerAddressesFeature>(new ServerAddressesFeature());

    public IFeatureCollection Features { get; } = new FeatureCollection();

    public static void Use(IServiceCollection services)
    {
        services.AddSingleton<InProcessServer>().AddSingleton<IServer>(provider => provider.GetRequiredService<InProcessServer>());
        foreach (var name in new[] { SandboxStripe.HttpName, SandboxPost.HttpName })
        {
            services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(provider => new Line(provider.GetRequiredService<InProcessServer>()))
                .ConfigureAdditionalHttpMessageHandlers((handlers, _) =>
                {
                    foreach (var watch in handlers.Where(handler => handler.GetType().DeclaringType == typeof(ShapeWatch)).ToList())
                        handlers.Remove(watch);
                });
        }
    }

    public Task StartAsync<TContext>(IHttpApplication<TContext> application, CancellationToken cancellationToken) where TContext : notnull
    {
        _process = async features =>
        {
            var context = application.CreateContext(features);
            await application.ProcessRequestAsync(context);
            application.DisposeContext(context, null);
        };
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose()
    {
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using var body = new MemoryStream();
        var (asked, answer, written) = (await ReadAsync(request, ct), new HttpResponseFeature(), new StreamResponseBodyFeature(body));
        var features = new FeatureCollection();
        features.Set<IHttpRequestFeature>(asked);
        features.Set<IHttpResponseFeature>(answer);
        features.Set<IHttpResponseBodyFeature>(written);
        Task work;
        // Whoever answers knows nothing of who asks, as behind a wire.
        using (ExecutionContext.SuppressFlow())
            work = Task.Run(() => _process!(features), ct);
        await work;
        await written.CompleteAsync();
        var message = new HttpResponseMessage((HttpStatusCode)answer.StatusCode) { RequestMessage = request, Content = new ByteArrayContent(body.ToArray()) };
        foreach (var (name, values) in answer.Headers)
        {
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                message.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());
        }

        return message;
    }

    private static async Task<HttpRequestFeature> ReadAsync(HttpRequestMessage request, CancellationToken ct)
    {
        var uri = request.RequestUri!;
        var asked = new HttpRequestFeature
        {
            Method = request.Method.Method, Scheme = uri.Scheme, Protocol = "HTTP/1.1", Path = Uri.UnescapeDataString(uri.AbsolutePath), QueryString = uri.Query,
            Body = new MemoryStream(request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(ct)),
        };
        foreach (var (name, values) in request.Headers.Concat(request.Content?.Headers ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()))
            asked.Headers[name] = values.ToArray();
        asked.Headers.Host = uri.Authority;
        return asked;
    }

    internal sealed class Line(InProcessServer server) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) => server.AnswerAsync(request, cancellationToken);
    }
}
