using System.Collections.Immutable;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
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

    /// <summary>With it, STARTTLS is offered.</summary>
    public X509Certificate2? Certificate { get; set; }

    /// <summary>What callers have said, letters aside.</summary>
    public ImmutableList<string> Heard { get; private set; } = [];

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
                await using var stream = caller.GetStream();
                await SayAsync(stream, "220 mail.city.example");
                await TalkAsync(stream);
            }
            catch (Exception error) when (error is IOException or SocketException or AuthenticationException or OperationCanceledException)
            {
                // The caller hung up or does not trust us, or the test is over.
            }
        }
    }

    private async Task TalkAsync(Stream stream)
    {
        using var reader = new StreamReader(stream, Encoding.UTF8, leaveOpen: true);
        while (await reader.ReadLineAsync(_end.Token) is { } line)
        {
            Heard = Heard.Add(line);
            await SayAsync(stream, Answer(line));
            if (line == "DATA")
                await SayAsync(stream, await TakeAsync(reader));
            if (line == "STARTTLS")
                await SecureAsync(stream);
            if (line is "QUIT" or "STARTTLS")
                return;
        }
    }

    private async Task SecureAsync(Stream stream)
    {
        await using var secure = new SslStream(stream);
        await secure.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, _end.Token);
        await TalkAsync(secure);
    }

    private string Answer(string line) => line switch
    {
        _ when line.StartsWith("EHLO", StringComparison.Ordinal) => $"250-mail.city.example\r\n{(Certificate is null ? "" : "250-STARTTLS\r\n")}250 AUTH PLAIN",
        _ when line.StartsWith("AUTH PLAIN ", StringComparison.Ordinal) => Knows(line["AUTH PLAIN ".Length..]) ? "235 welcome" : "535 5.7.8 wrong",
        _ when Unknown is not null && line.StartsWith("RCPT TO", StringComparison.Ordinal) && line.Contains(Unknown, StringComparison.Ordinal) => $"550 5.1.1 no {Unknown} here",
        "DATA" => "354 go on",
        "STARTTLS" => "220 go on",
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

    private async Task SayAsync(Stream stream, string line) => await stream.WriteAsync(Encoding.UTF8.GetBytes(line + "\r\n"), _end.Token);
}
