using Tourism.Kernel;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Shared.Catalogue;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Merchants;

/// <summary>What an issuer may say on its receipts.</summary>
internal static class IssuerChecks
{
    public const int MaxPhone = 30;

    public static IssuerView Tidy(this IssuerView says) => says with
    {
        Name = says.Name.Tidy(),
        RegistrationNumber = ProductWords.Filled(says.RegistrationNumber)?.ToUpperInvariant(),
        Address = ProductWords.Filled(says.Address),
        Phone = ProductWords.Filled(says.Phone),
    };

    public static KeptIssuerView View(this Issuer issuer, DateOnly today)
    {
        var now = issuer.On(today);
        return new KeptIssuerView(issuer.Code, now.View, now.SoleTrader, issuer.Version, [.. issuer.Changes.OrderByDescending(change => change.From).Select(change => change.View(today))]);
    }

    public static IssuerChangeView View(this IssuerChange change, DateOnly today)
    {
        var terms = change.Read();
        return new IssuerChangeView(change.From, terms.View, terms.SoleTrader, change.From <= today);
    }

    public static Failure? Check(string code, IssuerTerms terms)
    {
        if (!CheckNames.IsCode(code))
            return new WrongMerchant("code", CheckNames.CodeJa, CheckNames.CodeEn);
        return ProductChecks.Names(terms.View.Name, "says.name") ?? Number(terms.View.RegistrationNumber, terms.SoleTrader, "says.registrationNumber")
            ?? Text(terms.View.Address, CheckNames.MaxName, "says.address") ?? Text(terms.View.Phone, MaxPhone, "says.phone");
    }

    public static Failure? Number(string? number, bool soleTrader, string at) => number is null ? null : RegistrationNumber.Check(number) switch
    {
        RegistrationNumberCheck.WrongForm => new WrongMerchant(at, "登録番号は T と13桁の数字です", "a registration number is T and 13 digits"),
        RegistrationNumberCheck.WrongCheckDigit when !soleTrader => new WrongCheckDigit(at),
        _ => null,
    };

    public static WrongMerchant? Text(string? text, int longest, string at) => text is null || (text.Length <= longest && !text.Any(char.IsControl))
        ? null
        : new WrongMerchant(at, $"改行のない {longest} 文字までにしてください", $"use up to {longest} characters without line breaks");
}

internal sealed record WrongMerchant(string At, string WhatJa, string WhatEn) : Failure(
    "wrong-merchant", FailureKind.Invalid, $"「{At}」を直してください。{WhatJa}。", $"Correct '{At}': {WhatEn}.", At);

internal sealed record WrongCheckDigit(string At) : Failure(
    "wrong-check-digit", FailureKind.Invalid,
    "登録番号の数字が合いません（検査数字の誤り）。通知書を見て入れ直してください。個人事業者で番号が正しいときは、「個人事業者」を選んでください。",
    "The registration number does not fit its check digit. Copy it from the notice again; if it is right and a sole trader's, say so.", At);

internal sealed record NoSuchIssuer(string Code) : Failure("no-such-issuer", FailureKind.NotFound, $"発行者「{Code}」はありません。", $"There is no issuer '{Code}'.");

internal sealed record IssuerChanged(string Name) : Failure(
    "issuer-changed", FailureKind.Conflict,
    $"ほかの管理者が先に変えました。いまは「{Name}」です。違うところを見直してから、もう一度保存してください。",
    $"Another administrator has changed this issuer: it is '{Name}' now. Look at what differs and save again.");

internal sealed record WrongIssuerDay(DateOnly Today) : Failure(
    "wrong-issuer-day", FailureKind.Invalid,
    $"変更は {Today:yyyy-MM-dd} より後の日からにしてください。その日までのレシートは、いまの内容のまま残ります。",
    $"A change begins after {Today:yyyy-MM-dd}; receipts until then stay as they are.", "from");
