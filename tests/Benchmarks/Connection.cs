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

    public Connection(Uri host, string cookie)
    {
        _headers = $"Host: {host.Authority}\r\nCookie: {cookie}\r\nContent-Type: application/json\r\nContent-Length: ";
        _socket.Connect(host.Host, host.Port);
    }

    /// <summary>The status of the answer, which is read to its end.</summary>
    public async Task<int> SendAsync(Call call)
    {
        await _socket.SendAsync((byte[])[.. Encoding.ASCII.GetBytes($"{call.Line} HTTP/1.1\r\n{_headers}{call.Body.Length}\r\n\r\n"), .. call.Body]);
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

    /// <summary>Good until the next call.</summary>
    public ReadOnlyMemory<byte> LastAnswer { get; private set; }

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

/// <summary>One request: method with path, and its JSON.</summary>
internal readonly record struct Call(string Line, byte[] Body);
