using Tourism.Pos.Tests.Payments.Failures;

namespace Tourism.Pos.Tests.Payments;

/// <summary>Stands between the product and the provider and breaks what a test wants broken.</summary>
internal sealed class FaultyNetwork
{
    public delegate Task<HttpResponseMessage> Hop(HttpRequestMessage request, Func<Task<HttpResponseMessage>> pass);

    public List<string> Requests { get; } = [];

    public Hop? Fault { get; set; }

    public int Posts => Requests.Count(request => request == "POST /sandbox/stripe/v1/checkout/sessions");

    /// <summary>The request never arrives.</summary>
    public void BreakBefore() => Fault = (_, _) => throw new TaskCanceledException("timeout");

    /// <summary>The provider acts, but its answer is lost.</summary>
    public void BreakAfter() => Fault = async (_, pass) =>
    {
        using var lost = await pass();
        throw new HttpRequestException("connection reset");
    };

    public void Answer(int status, string body, string type) => Fault = async (_, pass) =>
    {
        using var lost = await pass();
        return new HttpResponseMessage((System.Net.HttpStatusCode)status) { Content = new StringContent(body, System.Text.Encoding.UTF8, type) };
    };

    public void Mend() => Fault = null;

    internal sealed class Handler(FaultyNetwork network) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (network.Requests)
                network.Requests.Add($"{request.Method} {request.RequestUri!.AbsolutePath}");
            Life.Pass();
            var answer = network.Fault is { } fault
                ? await fault(request, () => base.SendAsync(request, cancellationToken))
                : await base.SendAsync(request, cancellationToken);
            Life.Pass();
            return answer;
        }
    }
}
