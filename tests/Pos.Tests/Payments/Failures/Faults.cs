using System.Net;
using System.Text;

namespace Tourism.Pos.Tests.Payments.Failures;

/// <summary>What can go wrong on the way to the provider and back, for the requests that a test means.</summary>
internal static class Faults
{
    /// <summary>How the answer to a request that the provider carried out looks to us.</summary>
    public static readonly Dictionary<string, (int Status, string Body, string Type)> Answers = new()
    {
        ["500"] = (500, """{"error":{"type":"api_error","message":"sorry"}}""", "application/json"),
        ["409 in use"] = (409, """{"error":{"type":"idempotency_error","code":"idempotency_key_in_use","message":"busy"}}""", "application/json"),
        ["429"] = (429, """{"error":{"type":"invalid_request_error","code":"rate_limit","message":"slow down"}}""", "application/json"),
        ["HTML 502"] = (502, "<html><body>Bad Gateway</body></html>", "text/html"),
        ["truncated 200"] = (200, """{"id":"cs_test_""", "application/json"),
        ["empty 200"] = (200, "", "application/json"),
    };

    public static bool Is(this HttpRequestMessage request, string method, string path) =>
        request.Method.Method == method && request.RequestUri!.AbsolutePath.EndsWith(path, StringComparison.Ordinal);

    /// <summary>The line is cut before the provider hears anything.</summary>
    public static void LoseRequests(this FaultyNetwork network, Func<HttpRequestMessage, bool>? which = null) =>
        network.Fault = (request, pass) => which?.Invoke(request) == false ? pass() : throw new IOException("connection reset");

    /// <summary>The provider acts, and the line is cut before we hear of it.</summary>
    public static void LoseAnswers(this FaultyNetwork network, Func<HttpRequestMessage, bool>? which = null) =>
        network.Fault = async (request, pass) =>
        {
            var answer = await pass();
            return which?.Invoke(request) == false ? answer : throw new IOException("connection reset");
        };

    /// <summary>Something else is said than what the provider said; it acts or not.</summary>
    public static void Say(this FaultyNetwork network, (int Status, string Body, string Type) words, bool acts, Func<HttpRequestMessage, bool> which) =>
        network.Fault = async (request, pass) =>
        {
            if (!which(request))
                return await pass();
            if (acts)
                (await pass()).Dispose();
            return Answer(words);
        };

    /// <summary>Something happens just before the provider hears one request, or just after it acted on it.</summary>
    public static void Meanwhile(this FaultyNetwork network, string method, string path, Func<Task> happens, bool before = true) =>
        network.Fault = async (request, pass) =>
        {
            if (!request.Is(method, path))
                return await pass();
            network.Mend();
            if (before)
                await happens();
            var answer = await pass();
            if (!before)
                await happens();
            return answer;
        };

    /// <summary>Answers to requests for an object come changed.</summary>
    public static void Rewrite(this FaultyNetwork network, string path, string from, string to) =>
        network.Fault = async (request, pass) =>
        {
            var answer = await pass();
            if (request.Method == HttpMethod.Get && request.RequestUri!.AbsolutePath.Contains(path, StringComparison.Ordinal))
                answer.Content = new StringContent((await answer.Content.ReadAsStringAsync()).Replace(from, to, StringComparison.Ordinal), Encoding.UTF8, "application/json");
            return answer;
        };

    public static HttpResponseMessage Answer((int Status, string Body, string Type) words)
    {
        var answer = new HttpResponseMessage((HttpStatusCode)words.Status) { Content = new StringContent(words.Body, Encoding.UTF8, words.Type) };
        // Our own repeats are what is tested here; the library's would only sleep before them.
        answer.Headers.Add("Stripe-Should-Retry", "false");
        return answer;
    }
}
