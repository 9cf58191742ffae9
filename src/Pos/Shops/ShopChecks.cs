using System.Text;
using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Catalogue.Merchants;
using Tourism.Pos.Mail;
using Tourism.Pos.Shared.Catalogue;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Shops;

/// <summary>What a shop may say of itself.</summary>
internal static class ShopChecks
{
    private const int LongestBank = 50;
    private const int LongestNumber = 8;
    private const int LongestHolder = 48;

    /// <summary>The same without what nobody can see, and with the digits and kana that banks write.</summary>
    public static ShopAnswer Tidy(this ShopAnswer answer) => answer with
    {
        Name = (answer.Name ?? "").Trim(),
        RegistrationNumber = ProductWords.Filled(answer.RegistrationNumber)?.Normalize(NormalizationForm.FormKC).ToUpperInvariant(),
        Address = ProductWords.Filled(answer.Address),
        Phone = ProductWords.Filled(answer.Phone),
        Payout = answer.Payout?.Tidy()!,
    };

    public static PayoutRequest Tidy(this PayoutRequest payout) => payout.Account is not { } account ? payout : payout with
    {
        Account = account with
        {
            Bank = (account.Bank ?? "").Trim(),
            Branch = (account.Branch ?? "").Trim(),
            Number = (account.Number ?? "").Normalize(NormalizationForm.FormKC).Trim(),
            Holder = HolderName.Of(account.Holder ?? ""),
        },
    };

    /// <summary>Its names as an issuer and a site carry them.</summary>
    public static LocalText NameOf(ShopAnswer answer) =>
        new LocalText(answer.Name, answer.Names?.En, answer.Names?.Ko, answer.Names?.ZhHant, answer.Names?.ZhHans).Tidy();

    public static Failure? Check(ShopInvitationRequest request) => ProductChecks.Names(new LocalText(request.Name), "name")
        ?? (request.Email is { Length: > 0 } email ? MailAddress.Check(email, "email") : null);

    /// <param name="answer">Tidied.</param>
    /// <param name="catalogue">Tax classes to choose from.</param>
    /// <param name="today">Business date.</param>
    /// <param name="stripe">Stripe can be chosen here.</param>
    public static Failure? Check(ShopAnswer answer, Snapshot catalogue, DateOnly today, bool stripe)
    {
        if (ProductChecks.Names(NameOf(answer), "answer.name") is { } wrongName)
            return wrongName;
        if (answer.RegistrationNumber is { } number && RegistrationNumber.Check(number) == RegistrationNumberCheck.WrongForm)
            return new WrongShop("answer.registrationNumber", "登録番号は T と13桁の数字です。通知書を見てください", "a registration number is T and 13 digits; look at the notice");
        if (IssuerChecks.Number(answer.RegistrationNumber, answer.SoleTrader, "answer.registrationNumber") is { } wrongNumber)
            return wrongNumber;
        if (!catalogue.Rates.Any(rate => rate.Class == answer.TaxClass && rate.From <= today))
            return new WrongShop("answer.taxClass", "主に売るものの税区分を選んでください", "choose the tax class of what the shop mostly sells");
        return IssuerChecks.Text(answer.Address, CheckNames.MaxName, "answer.address") ?? IssuerChecks.Text(answer.Phone, IssuerChecks.MaxPhone, "answer.phone")
            ?? Check(answer.Payout, stripe, "answer.payout");
    }

    public static Failure? Check(PayoutRequest? payout, bool stripe, string at)
    {
        if (payout is null)
            return new WrongShop(at, "売上の受け取り方を選んでください", "choose how the shop gets its money");
        if (payout.Way == PayoutWay.Stripe)
            return !stripe ? new NoStripe(at + ".way") : payout.Account is null ? null : new WrongShop(at + ".account", "Stripeで受け取るときは口座を入れません", "with Stripe, leave the account out");
        return payout.Account is { } account
            ? Check(account, at + ".account")
            : new WrongShop(at + ".account", "振込先の口座を入れてください", "give the account to pay to");
    }

    private static WrongShop? Check(BankAccount account, string at)
    {
        if (!IsShort(account.Bank))
            return new WrongShop(at + ".bank", $"銀行の名前を {LongestBank} 文字までで入れてください", $"give the bank in 1 to {LongestBank} characters");
        if (!IsShort(account.Branch))
            return new WrongShop(at + ".branch", $"支店の名前か番号を {LongestBank} 文字までで入れてください", $"give the branch in 1 to {LongestBank} characters");
        if (account.Number.Length is 0 or > LongestNumber || !account.Number.All(char.IsAsciiDigit))
            return new WrongShop(at + ".number", $"口座番号は {LongestNumber} 桁までの数字です。通帳を見てください", $"the account number has 1 to {LongestNumber} digits; look at the passbook");
        return account.Holder.Length is 0 or > LongestHolder || !HolderName.IsGood(account.Holder)
            ? new WrongShop(at + ".holder", "口座名義は通帳の見返しにあるカタカナで入れてください（例 ヤマダ ハナコ）", "write the holder in katakana as inside the passbook, for example ヤマダ ハナコ")
            : null;
    }

    private static bool IsShort(string text) => text.Length is > 0 and <= LongestBank && !text.Any(char.IsControl);
}

internal sealed record WrongShop(string At, string WhatJa, string WhatEn) : Failure(
    "wrong-shop", FailureKind.Invalid, $"{WhatJa}。", $"Correct '{At}': {WhatEn}.", At);

internal sealed record NoStripe(string At) : Failure(
    "no-stripe", FailureKind.Refused, "この環境ではStripeで受け取れません。市からの振り込みを選んでください。", "Shops cannot have accounts at Stripe here. Choose payment by the city.", At);
