using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using Tourism.Pos.Http;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Mail;

/// <summary>How handing a letter over went.</summary>
/// <param name="Trouble"><c>null</c> when the server has it.</param>
/// <param name="Final">Trying again would change nothing.</param>
internal sealed record Handed(LetterTrouble? Trouble = null, bool Final = false);

/// <summary>What of a letter leaves the house.</summary>
internal sealed record LetterOut(Guid Id, string To, string Subject, string Text, DateTime CreatedAt);

/// <summary>Hands letters to the city's mail server over SMTP.</summary>
internal sealed class MailServer(IOptions<MailOptions> options, PublicAddress address)
{
    private const int PerStepMilliseconds = 20_000;
    private const int Permanent = 500;
    private static readonly TimeSpan Altogether = TimeSpan.FromMinutes(2);

    public async Task<Handed> HandAsync(LetterOut letter, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Altogether);
        try
        {
            await SendAsync(letter, limit.Token);
            return new Handed();
        }
        catch (Exception error) when (!ct.IsCancellationRequested && Reason(error) is not null)
        {
            return Reason(error)!;
        }
    }

    private async Task SendAsync(LetterOut letter, CancellationToken ct)
    {
        var mail = options.Value;
        using var smtp = new SmtpClient { Timeout = PerStepMilliseconds };
        await smtp.ConnectAsync(mail.Host!, mail.Port, Security(mail.Security), ct);
        if (!string.IsNullOrWhiteSpace(mail.User))
            await smtp.AuthenticateAsync(mail.User, mail.Secret!, ct);
        await smtp.SendAsync(Message(letter, mail.From!), ct);
        await smtp.DisconnectAsync(quit: true, CancellationToken.None);
    }

    private MimeMessage Message(LetterOut letter, string from) => new(
        [MailboxAddress.Parse(from)], [MailboxAddress.Parse(letter.To)], letter.Subject, new TextPart("plain") { Text = letter.Text })
    {
        MessageId = $"{letter.Id}@{new Uri(address.Root).Host}",
        Date = new DateTimeOffset(letter.CreatedAt),
    };

    private static SecureSocketOptions Security(MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.None => SecureSocketOptions.None,
        _ => SecureSocketOptions.StartTls,
    };

    /// <summary>Never in the server's own words, in which the address may stand.</summary>
    private static Handed? Reason(Exception error) => error switch
    {
        AuthenticationException or ServiceNotAuthenticatedException => new Handed(LetterTrouble.WrongPassword, Final: true),
        SslHandshakeException or NotSupportedException => new Handed(LetterTrouble.NotTrusted),
        SmtpCommandException refusal => new Handed(Refusal(refusal.ErrorCode), Final: (int)refusal.StatusCode >= Permanent),
        IOException or UnauthorizedAccessException or SocketException or ProtocolException or TimeoutException or OperationCanceledException => new Handed(LetterTrouble.Unreachable),
        _ => null,
    };

    private static LetterTrouble Refusal(SmtpErrorCode code) => code switch
    {
        SmtpErrorCode.RecipientNotAccepted => LetterTrouble.RecipientRefused,
        SmtpErrorCode.SenderNotAccepted => LetterTrouble.SenderRefused,
        _ => LetterTrouble.Refused,
    };
}
