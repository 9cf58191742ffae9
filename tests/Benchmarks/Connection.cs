using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace Tourism.Benchmarks;

/// <summary>One keep-alive HTTP/1.1 connection by hand: the load must not take the machine away from what it measures.</summary>
internal sealed class Connection : IDisposable
{
    private static readonly byte[] HeadEnd = "\r\n\r\n"u8.ToArray();
    private static readonly byte[] LastChunk = "\r\n0\r\n\r\n"u8.ToArray();
    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[1 << 16];
    private readonly string _headers;

    /// <param name="host">Address without a path.</param>
    /// <param name="header">What every call says of its caller, for example <c>Cookie: …</c>.</param>
    public Connection(Uri host, string header)
    {
        _headers = $"Host: {host.Authority}\r\n{header}\r\nContent-Length: ";
        _socket.Connect(host.Host, host.Port);
    }

    /// <summary>The status of the answer, which is read to its end.</summary>
    public async Task<int> SendAsync(Call call)
    {
        await _socket.SendAsync((byte[])[.. Encoding.ASCII.GetBytes($"{call.Line} HTTP/1.1\r\n{call.Header}\r\n{_headers}{call.Body.Length}\r\n\r\n"), .. call.Body]);
        var length = 0;
        do
        {
            var read = await _socket.ReceiveAsync(_answer.AsMemory(length));
            length += read > 0 ? read : throw new IOException("The host closed the connection.");
        }
        while (!IsWhole(_answer.AsSpan(0, length)));
        LastAnswer = _answer.AsMemory(0, length);
        return Utf8Parser.TryParse(_answer.AsSpan(9, 3), out int status, out _) ? status : throw new IOException("This is no HTTP answer.");
    }

    /// <summary>The same, and anything but <paramref name="expected"/> ends the run.</summary>
    public async Task ExpectAsync(Call call, params int[] expected)
    {
        var status = await SendAsync(call);
        if (Array.IndexOf(expected, status) < 0)
            throw new InvalidOperationException($"{call.Line}: {Encoding.UTF8.GetString(LastAnswer.Span)}");
    }

    /// <summary>Good until the next call.</summary>
    public ReadOnlyMemory<byte> LastAnswer { get; private set; }

    /// <summary>Value of a member that the last answer has once, as text.</summary>
    public string? Member(string name)
    {
        var text = Encoding.UTF8.GetString(LastAnswer.Span);
        var at = text.IndexOf($"\"{name}\":\"", StringComparison.Ordinal);
        return at < 0 ? null : text[(at + name.Length + 4)..text.IndexOf('"', at + name.Length + 4)];
    }

    public void Dispose() => _socket.Dispose();

    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var head = answer.IndexOf(HeadEnd);
        if (head < 0)
            return false;
        var length = answer[..head].IndexOf("Content-Length: "u8);
        return length < 0
            ? answer.EndsWith(LastChunk)
            : Utf8Parser.TryParse(answer[(length + 16)..], out int body, out _) && answer.Length >= head + HeadEnd.Length + body;
    }
}

/// <summary>One request: method with path, and its body.</summary>
internal readonly record struct Call(string Line, byte[] Body, string Header = Call.Json)
{
    public const string Json = "Content-Type: application/json";
    public const string Form = "Content-Type: application/x-www-form-urlencoded";
}
