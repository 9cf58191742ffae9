using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Mail;

/// <summary>Takes letters in, in the transaction of what they tell.</summary>
internal sealed class PostBox(IOptions<MailOptions> mail, IOptions<TourismOptions> installation, TimeProvider clock)
{
    /// <summary>What becomes of letters here; <c>null</c> where there is no mail.</summary>
    public MailUse? Use => mail.Value switch
    {
        { Off: true } => null,
        { IsSent: true } => MailUse.Sent,
        _ => installation.Value.HasSandbox ? MailUse.Shown : null,
    };

    /// <summary>Queues a letter to whom it is about.</summary>
    public Result<Letter> Post(PosDbContext db, Addressee to, Guid id, object request, (string Subject, string Text) words)
    {
        if (Use is not { } use)
            return new MailOff();
        if (to.Email is not { Length: > 0 } address)
            return new NoAddress();
        var now = clock.UtcMicros();
        var letter = new Letter
        {
            Id = id, Account = to.Id, RequestHash = RequestHash.Of(request), CreatedAt = now, To = address, Subject = words.Subject, Text = words.Text,
            State = use == MailUse.Sent ? LetterState.Waiting : LetterState.Shown, NextTryAt = use == MailUse.Sent ? now : null,
        };
        db.Add(letter);
        return letter;
    }
}

/// <summary>An account or a shop, with its mail address if it has one.</summary>
internal sealed record Addressee(Guid Id, string? Email);

internal sealed record MailOff() : Failure(
    "mail-off", FailureKind.Refused, "この環境ではメールを送りません。リンクを印刷して渡してください。", "This installation sends no mail. Print the link and hand it over.");

internal sealed record NoAddress() : Failure(
    "no-address", FailureKind.Refused, "メールアドレスが登録されていません。先に入れて保存してください。", "There is no mail address. Enter one and save it first.");
