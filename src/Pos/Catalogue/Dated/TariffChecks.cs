using Tourism.Kernel;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Dated;

/// <summary>A price list made from another, and what must be right about it: the same as in the city's file.</summary>
internal static class TariffChecks
{
    public static TariffRowView Row(this TariffFile list, DateOnly today) => new(
        list.Code, list.Name, list.From, list.To, list.Event, list.From <= today, list.Article, list.Tiers ?? [],
        [.. list.Prices.Select(price => new TariffPriceView(price.Product, price.Single, price.ToGroupPrices()))]);

    public static TariffFile Following(this TariffFile copied, string code, TariffRequest request) => copied with
    {
        Code = code,
        Name = request.Name.Tidy(),
        From = request.From,
        To = request.To,
        Article = request.Article.Trim(),
        Source = request.Article.Trim(),
        Prices = [.. request.Prices.Select(price => new TariffPriceFile(price.Product, price.Single, price.Groups?.ToDictionary(group => group.From, group => group.Price)))],
        Follows = null,
        Illustrative = false,
    };

    public static Failure? Wrong(Site site, TariffFile draft, IEnumerable<TariffFile> others)
    {
        if (ProductChecks.Names(draft.Name, "name") is { } name)
            return name;
        if (draft.Article.Length is 0 or > CheckNames.MaxName)
            return new WrongTariff("article", "根拠（条例の名前と日付など）を入れてください", "say where it stands, for example the ordinance and its date");
        var admissions = site.Products.Where(product => product.Kind == ProductKind.Admission).Select(product => product.Code).ToHashSet(StringComparer.Ordinal);
        if (CheckTariff.Errors(draft, admissions, "").FirstOrDefault() is { } error)
            return new WrongTariff(At(error), $"料金表の内容が合いません（{error.TrimStart('.')}）", error.TrimStart('.', ':', ' '));
        return others.FirstOrDefault(other => other.Event == draft.Event && Clashes(other, draft)) is { } clash
            ? new WrongTariff("from", $"料金表「{clash.Name.Ja}」と日が重なります", $"its days overlap those of '{clash.Name.In(Language.En)}'")
            : null;
    }

    /// <summary>A regular list that began before simply ends; one that begins later must be left room.</summary>
    private static bool Clashes(TariffFile other, TariffFile draft) => (draft.Event || other.From >= draft.From)
        && other.From <= (draft.To ?? DateOnly.MaxValue) && draft.From <= (other.To ?? DateOnly.MaxValue);

    private static string At(string error) => error.StartsWith(".prices", StringComparison.Ordinal) ? "prices" : error.Contains("ends before", StringComparison.Ordinal) ? "to" : "code";
}

internal sealed record WrongTariff(string At, string WhatJa, string WhatEn) : Failure(
    "wrong-tariff", FailureKind.Invalid, $"「{At}」を直してください。{WhatJa}。", $"Correct '{At}': {WhatEn.TrimEnd('.')}.", At);

internal sealed record NoSuchTariff(string Code, string At) : Failure(
    "no-such-tariff", FailureKind.Invalid, $"料金表「{Code}」はこの施設にありません。", $"This site has no price list '{Code}'.", At);

internal sealed record TariffTaken(string Code) : Failure(
    "tariff-taken", FailureKind.Conflict,
    $"料金表「{Code}」は別の内容ですでにあります。始まる前なら取り消すか、別の名前にしてください。", $"There is another price list '{Code}'. Withdraw it before it begins, or choose another code.", "code");

internal sealed record TariffFollowed(string Code) : Failure(
    "tariff-followed", FailureKind.Refused, $"料金表「{Code}」の後に別の料金表が続きます。先にそちらを取り消してください。", $"Another price list follows '{Code}'. Withdraw that one first.");

internal sealed record WrongTariffDay(string At, DateOnly Today) : Failure(
    "wrong-tariff-day", FailureKind.Invalid, $"料金表は {Today:yyyy-MM-dd} より後の日から始めてください。", $"A price list begins after {Today:yyyy-MM-dd}.", At);
