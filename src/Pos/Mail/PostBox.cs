using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Mail;

/// <summary>Takes letters in, in the transaction of what they tell.</summary>
internal sealed class PostBox(IOptions<MailOptions> mail, IOptions<TourismOptions> installation)
{
    /// <summary>What becomes of letters here; <c>null</c> where there is no mail.</summary>
    public MailUse? Use => mail.Value switch
    {
        { Off: true } => null,
        { IsSent: true } => MailUse.Sent,
        _ => installation.Value.HasSandbox ? MailUse.Shown : null,
    };

    /// <summary>Queues a letter to the account's own address.</summary>
    public Result<Letter> Post(OpenAccount open, Guid id, object request, (string Subject, string Text) words, DateTime now)
    {
        if (Use is not { } use)
            return new MailOff();
        if (open.Account.Email is not { Length: > 0 } to)
            return new NoAddress();
        var letter = new Letter
        {
            Id = id, Account = open.Account.Id, RequestHash = RequestHash.Of(request), CreatedAt = now, To = to, Subject = words.Subject, Text = words.Text,
            State = use == MailUse.Sent ? LetterState.Waiting : LetterState.Shown, NextTryAt = use == MailUse.Sent ? now : null,
        };
        open.Db.Add(letter);
        return letter;
    }
}

internal sealed record MailOff() : Failure(
    "mail-off", FailureKind.Refused, "この環境ではメールを送りません。リンクを印刷して渡してください。", "This installation sends no mail. Print the link and hand it over.");

internal sealed record NoAddress() : Failure(
    "no-address", FailureKind.Refused, "この人のメールアドレスが登録されていません。先に入れて保存してください。", "There is no mail address for this person. Enter one and save it first.");
