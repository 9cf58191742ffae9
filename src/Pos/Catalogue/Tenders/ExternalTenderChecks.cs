using Tourism.Kernel;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Tenders;

/// <summary>What an external tender may say, whoever says it: a screen or the city's file.</summary>
internal static class ExternalTenderChecks
{
    private const int MaxWords = 100;
    private const int MaxOrder = 999;
    private const int MaxSites = 500;

    public static ExternalTenderRequest Tidy(this ExternalTenderRequest request) => request with
    {
        Terms = request.Terms with { Name = request.Terms.Name.Tidy(), Note = request.Terms.Note?.Tidy() is { Ja.Length: > 0 } note ? note : null },
        Brand = request.Brand.Trim(),
        Acquirer = request.Acquirer.Trim(),
        Sites = [.. request.Sites.OfType<ExternalTenderSite>()],
    };

    /// <param name="code">Its code.</param>
    /// <param name="wanted">Tidied.</param>
    /// <param name="sites">Codes of the city's sites.</param>
    public static Failure? Check(string code, ExternalTenderRequest wanted, IReadOnlySet<string> sites)
    {
        if (!CheckNames.IsCode(code))
            return new WrongExternalTender("code", CheckNames.CodeJa, CheckNames.CodeEn);
        if (wanted.FeeBasisPoints is < 0 or > ExternalTenderRequest.MostFee)
            return new WrongExternalTender("feeBasisPoints", "手数料は 0～20% にしてください", "use a fee of 0 to 20 %");
        if (wanted.Order is < 0 or > MaxOrder)
            return new WrongExternalTender("order", $"0～{MaxOrder} にしてください", $"use 0 to {MaxOrder}");
        return ProductChecks.Names(wanted.Terms.Name, "terms.name") ?? Note(wanted.Terms) ?? Words(wanted.Brand, "brand") ?? Words(wanted.Acquirer, "acquirer") ?? Sites(wanted.Sites, sites);
    }

    /// <summary>A card receipt is free of duty only if it says so (Stamp Tax Act, basic circular on table 1, no. 17).</summary>
    private static Failure? Note(ExternalTerms terms) => terms.Note is { } note ? ProductChecks.Names(note, "terms.note")
        : terms.Duty ? null
        : new WrongExternalTender("terms.note", "収入印紙を不要にするには、レシートに印字する文を入れてください", "give the text for the receipt; without it the receipt is not free of stamp duty");

    private static WrongExternalTender? Words(string text, string at) => text.Length <= MaxWords && !text.Any(char.IsControl)
        ? null
        : new WrongExternalTender(at, $"改行のない {MaxWords} 文字までにしてください", $"use up to {MaxWords} characters without line breaks");

    private static Failure? Sites(IReadOnlyList<ExternalTenderSite> wanted, IReadOnlySet<string> sites)
    {
        if (wanted.Count > MaxSites || wanted.DistinctBy(site => site.Site).Count() != wanted.Count)
            return new WrongExternalTender("sites", $"施設は1つずつ、{MaxSites} 件までにしてください", $"name each site once, and at most {MaxSites}");
        return wanted.Select((site, index) => sites.Contains(site.Site)
            ? site.Jpqr?.Check($"sites[{index}].jpqr.")
            : new WrongExternalTender($"sites[{index}].site", $"「{site.Site}」という施設はありません", $"there is no site '{site.Site}'")).FirstOrDefault(wrong => wrong is not null);
    }
}

internal sealed record WrongExternalTender(string At, string WhatJa, string WhatEn) : Failure(
    "wrong-external-tender", FailureKind.Invalid, $"「{At}」を直してください。{WhatJa}。", $"Correct '{At}': {WhatEn}.", At);

internal sealed record ExternalTenderChanged(string Name) : Failure(
    "external-tender-changed", FailureKind.Conflict,
    $"ほかの管理者が先に変えました。いまは「{Name}」です。違うところを見直してから、もう一度保存してください。",
    $"Another administrator has changed this means of payment: it is '{Name}' now. Look at what differs and save again.");
