using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Access.Accounts;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Mail;

/// <summary>Makes a one-time link and sends it to the account's address: both are committed or neither. The same letter again is the same success.</summary>
internal sealed class MailInvitation(
    AccountManagers accounts, MakeLink link, PostBox box, CatalogueStore catalogue, Bell<SendLetters> bell, TimeProvider clock)
{
    public async Task<Result<Written<LetterView>>> HandleAsync(Guid account, Guid id, LetterRequest request, Actor by, CancellationToken ct)
    {
        if (WrongLetterLanguage.Check(request.Language) is { } wrong)
            return wrong;
        var city = (await catalogue.GetAsync(ct)).City.In(request.Language);
        var written = await accounts.ChangeAsync<Written<LetterView>>(all => all.Where(row => row.Id == account), async open =>
        {
            if (open is null)
                return new UnknownAccount(account);
            if (await open.Db.Set<Letter>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } known)
                return known.IsRepeat(account, request) ? new Written<LetterView>(known.View(), First: false) : RequestHash.Reused(id);
            return (await WriteAsync(open, id, request, city, by, ct)).Map(letter => new Written<LetterView>(letter.View(), First: true));
        }, ct);
        bell.Ring();
        return written;
    }

    private async Task<Result<Letter>> WriteAsync(OpenAccount open, Guid id, LetterRequest request, string city, Actor by, CancellationToken ct)
    {
        var made = await link.HandleAsync(open, new InvitationRequest(request.ForgetSecondFactor), by, ct);
        if (!made.Ok)
            return made.Failure;
        var posted = box.Post(open.Db, new Addressee(open.Account.Id, open.Account.Email), id, request, Words(request.Language, open.Account, made.Value, city));
        if (posted.Ok)
            open.Db.Audit(Deed.LetterWritten, by, open.Account.Id.ToString(), clock.UtcMicros());
        return posted;
    }

    private static (string Subject, string Text) Words(string language, Account account, InvitationView made, string city) => (
        LetterTexts.All.Get(language, "invitation-subject", city),
        LetterTexts.All.Get(language, "invitation-text", account.DisplayName, city, BusinessDate.Text(made.Until), made.Link, account.UserName!));
}

internal sealed record WrongLetterLanguage() : Failure(
    "wrong-language", FailureKind.Invalid, "メールの言葉は ja か en にしてください。", "Write the letter in ja or en.", "language")
{
    private static readonly string[] Languages = [Language.Ja, Language.En];

    public static WrongLetterLanguage? Check(string? language) => Languages.Contains(language) ? null : new WrongLetterLanguage();
}
