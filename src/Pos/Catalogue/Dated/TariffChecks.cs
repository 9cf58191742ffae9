using Tourism.Kernel;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Shared.Pricing;
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

    /// <summary>What could not even be read as a price list.</summary>
    public static WrongTariff? Shape(TariffRequest request) =>
        request.Prices.Any(price => price is null || (price.Groups ?? []).Any(group => group is null) || (price.Groups ?? []).DistinctBy(group => group.From).Count() != (price.Groups ?? []).Count)
            ? new WrongTariff("prices", "区分と団体区分をそれぞれ一度だけ入れてください", "give every category and every group tier once")
            : null;

    /// <param name="site">Whose admissions it prices.</param>
    /// <param name="draft">The new list.</param>
    /// <param name="copied">The list it is made from.</param>
    /// <param name="others">Every list the site has.</param>
    public static Failure? Wrong(Site site, TariffFile draft, TariffFile copied, IEnumerable<TariffFile> others)
    {
        if (!CheckNames.IsCode(draft.Code))
            return new WrongTariff("code", CheckNames.CodeJa, CheckNames.CodeEn);
        if (ProductChecks.Names(draft.Name, "name") is { } name)
            return name;
        if (draft.Article.Length is 0 or > CheckNames.MaxName)
            return new WrongTariff("article", "根拠（条例の名前と日付など）を入れてください", "say where it stands, for example the ordinance and its date");
        if (draft.From > CatalogueDays.Latest || draft.To > CatalogueDays.Latest)
            return new WrongTariff(draft.From > CatalogueDays.Latest ? "from" : "to", $"{CatalogueDays.Latest:yyyy-MM-dd} までの日にしてください", $"use a day up to {CatalogueDays.Latest:yyyy-MM-dd}");
        if (draft.To < draft.From)
            return new WrongTariff("to", "終わりの日は始まりの日以降にしてください", "it cannot end before it begins");
        return Prices(draft, copied) ?? Rest(site, draft) ?? Clash(draft, others);
    }

    private static WrongTariff? Prices(TariffFile draft, TariffFile copied)
    {
        if (!draft.Prices.Select(price => price.Product).Order().SequenceEqual(copied.Prices.Select(price => price.Product).Order()))
            return new WrongTariff("prices", "もとの料金表と同じ区分をすべて入れてください", "give every category of the copied list, and no other");
        foreach (var (index, price) in draft.Prices.Index())
        {
            var groups = price.Groups?.OrderBy(group => group.Key).Select(group => group.Value).ToList() ?? [];
            if (groups.Prepend(price.Single).Any(yen => yen.Amount is < 0 or > Calculator.MaxAmount))
                return new WrongTariff($"prices[{index}]", $"料金は 0～{Calculator.MaxAmount} 円にしてください", $"use 0 to {Calculator.MaxAmount} yen");
            if (groups.Prepend(price.Single).Zip(groups).Any(pair => pair.Second > pair.First))
                return new WrongTariff($"prices[{index}]", "人数の多い団体のほうが高くなっています", "a larger group pays more than a smaller one");
        }

        return null;
    }

    /// <summary>What the city's file must keep too; a copy made on the screen keeps it.</summary>
    private static WrongTariff? Rest(Site site, TariffFile draft)
    {
        var admissions = site.Products.Where(product => product.Kind == ProductKind.Admission).Select(product => product.Code).ToHashSet(StringComparer.Ordinal);
        return CheckTariff.Errors(draft, admissions, "").FirstOrDefault() is { } error
            ? new WrongTariff("prices", "団体区分ごとの料金が、もとの料金表と合いません", error.TrimStart('.', ':', ' '))
            : null;
    }

    private static WrongTariff? Clash(TariffFile draft, IEnumerable<TariffFile> others) =>
        others.FirstOrDefault(other => other.Event == draft.Event && Clashes(other, draft)) is { } clash
            ? new WrongTariff("from", $"料金表「{clash.Name.Ja}」と日が重なります", $"its days overlap those of '{clash.Name.In(Language.En)}'")
            : null;

    /// <summary>A regular list that began before simply ends; one that begins later must be left room.</summary>
    private static bool Clashes(TariffFile other, TariffFile draft) => (draft.Event || other.From >= draft.From)
        && other.From <= (draft.To ?? DateOnly.MaxValue) && draft.From <= (other.To ?? DateOnly.MaxValue);
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
