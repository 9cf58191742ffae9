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
    private static readonly string[] Languages = [Language.Ja, Language.En];

    public async Task<Result<Written<LetterView>>> HandleAsync(Guid account, Guid id, LetterRequest request, Actor by, CancellationToken ct)
    {
        if (!Languages.Contains(request.Language))
            return new WrongLetterLanguage();
        var city = (await catalogue.GetAsync(ct)).City.In(request.Language);
        var written = await accounts.ChangeAsync<Written<LetterView>>(all => all.Where(row => row.Id == account), async open =>
        {
            if (open is null)
                return new UnknownAccount(account);
            if (await open.Db.Set<Letter>().SingleOrDefaultAsync(row => row.Id == id, ct) is { } known)
                return known.Account == account && known.RequestHash == RequestHash.Of(request) ? new Written<LetterView>(known.View(), First: false) : RequestHash.Reused(id);
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
        var now = clock.UtcMicros();
        var posted = box.Post(open, id, request, Words(request.Language, open.Account, made.Value, city), now);
        if (posted.Ok)
            open.Db.Audit(Deed.LetterWritten, by, open.Account.Id.ToString(), now);
        return posted;
    }

    private static (string Subject, string Text) Words(string language, Account account, InvitationView made, string city) => (
        LetterTexts.All.Get(language, "invitation-subject", city),
        LetterTexts.All.Get(language, "invitation-text", account.DisplayName, city, BusinessDate.Text(made.Until), made.Link, account.UserName!));
}

internal sealed record WrongLetterLanguage() : Failure(
    "wrong-language", FailureKind.Invalid, "メールの言葉は ja か en にしてください。", "Write the letter in ja or en.", "language");
