using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tourism.Testing.Hosts;

/// <summary>A mail server of a test: speaks SMTP (RFC 5321, AUTH PLAIN) on a port of this machine, and keeps what it is given.</summary>
public sealed class MailHost : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private TcpListener? _listener;
    private Task _work = Task.CompletedTask;

    /// <summary>Where it listens, also while it is down.</summary>
    public int Port { get; } = HostLaunch.FreePort();

    /// <summary>User and password it takes.</summary>
    public string Login { get; set; } = "pos:Postgeheimnis";

    /// <summary>Recipient it does not know.</summary>
    public string? Unknown { get; set; }

    /// <summary>Letters it has taken, headers and all, in order.</summary>
    public ImmutableList<string> Letters { get; private set; } = [];

    /// <summary>How often somebody connected.</summary>
    public int Calls { get; private set; }

    /// <summary>Settings by which a host sends through it.</summary>
    public Dictionary<string, string> Settings(string password = "Postgeheimnis") => new()
    {
        ["Tourism__Mail__Host"] = "localhost",
        ["Tourism__Mail__Port"] = $"{Port}",
        ["Tourism__Mail__Security"] = "None",
        ["Tourism__Mail__User"] = "pos",
        ["Tourism__Mail__Password"] = password,
        ["Tourism__Mail__From"] = "Mine City <pos@city.example>",
    };

    /// <summary>Begins to listen.</summary>
    public void Start()
    {
        _listener = new TcpListener(IPAddress.Loopback, Port);
        _listener.Start();
        _work = ListenAsync(_listener);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener?.Stop();
        await _work;
        _end.Dispose();
    }

    private async Task ListenAsync(TcpListener listener)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                using var caller = await listener.AcceptTcpClientAsync(_end.Token);
                Calls++;
                await using var stream = caller.GetStream();
                using var reader = new StreamReader(stream, Encoding.UTF8);
                await TalkAsync(reader, stream);
            }
            catch (Exception error) when (error is IOException or SocketException or OperationCanceledException)
            {
                // The caller hung up, or the test is over.
            }
        }
    }

    private async Task TalkAsync(StreamReader reader, NetworkStream stream)
    {
        await SayAsync(stream, "220 mail.city.example");
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            await SayAsync(stream, Answer(line));
            if (line == "DATA")
                await SayAsync(stream, await TakeAsync(reader));
            if (line == "QUIT")
                return;
        }
    }

    private string Answer(string line) => line switch
    {
        _ when line.StartsWith("EHLO", StringComparison.Ordinal) => "250-mail.city.example\r\n250 AUTH PLAIN",
        _ when line.StartsWith("AUTH PLAIN ", StringComparison.Ordinal) => Knows(line["AUTH PLAIN ".Length..]) ? "235 welcome" : "535 5.7.8 wrong",
        _ when Unknown is not null && line.StartsWith("RCPT TO", StringComparison.Ordinal) && line.Contains(Unknown, StringComparison.Ordinal) => $"550 5.1.1 no {Unknown} here",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 ok",
    };

    private bool Knows(string credentials) => Encoding.UTF8.GetString(Convert.FromBase64String(credentials)).TrimStart('\0').Replace('\0', ':') == Login;

    private async Task<string> TakeAsync(StreamReader reader)
    {
        var letter = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line && line != ".")
            letter.AppendLine(line);
        Letters = Letters.Add(letter.ToString());
        return "250 taken";
    }

    private async Task SayAsync(NetworkStream stream, string line) => await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), _end.Token);
}
