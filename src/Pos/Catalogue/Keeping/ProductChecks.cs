using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Keeping;

/// <summary>What a product may say, whoever says it: a screen or a row of a file.</summary>
/// <param name="catalogue">Tax classes and sites to choose from.</param>
/// <param name="today">Business date.</param>
/// <param name="only">The site whose people ask: they may not let anybody in elsewhere; <c>null</c> for administrators.</param>
internal sealed class ProductChecks(Snapshot catalogue, DateOnly today, string? only)
{
    private readonly HashSet<string> _classes = [.. catalogue.Rates.Select(rate => rate.Class)];

    /// <param name="code">Its code.</param>
    /// <param name="request">Tidied.</param>
    /// <param name="before">What it says now; <c>null</c> for a new product.</param>
    public Failure? Check(string code, ProductRequest request, ProductRequest? before)
    {
        if (!CheckNames.IsCode(code))
            return new WrongProduct("code", CheckNames.CodeJa, CheckNames.CodeEn);
        if (before is not null && before.Kind != request.Kind)
            return new KindStays(code);
        return Names(request.Name, "name") ?? Kana(request.Kana) ?? Classes(request) ?? Admission(request) ?? Beyond(request, before)
            ?? Day(request.StartsOn, before?.StartsOn, "startsOn") ?? Day(request.StopsOn, before?.StopsOn, "stopsOn") ?? Order(request);
    }

    public static WrongProduct? Names(LocalText name, string at)
    {
        if (name.Ja.Length == 0)
            return new WrongProduct(at + ".ja", "日本語の名称を入れてください", "give the Japanese name");
        if (CheckNames.IsTooLong(name))
            return new WrongProduct(at, $"{CheckNames.MaxName} 文字までにしてください", $"use up to {CheckNames.MaxName} characters");
        return Language.All.Any(language => name.In(language).Any(char.IsControl))
            ? new WrongProduct(at, "改行などの制御文字は使えません", "leave out line breaks and other control characters")
            : null;
    }

    private static WrongProduct? Kana(string? kana) =>
        kana is null || CheckNames.IsKana(kana) ? null : new WrongProduct("kana", "ひらがなで入れてください", "write the reading in hiragana");

    private WrongProduct? Classes(ProductRequest request)
    {
        foreach (var (name, at) in new[] { (request.TaxClass, "taxClass"), (request.EatInTaxClass, "eatInTaxClass") })
        {
            if (name is not null && !_classes.Contains(name))
                return new WrongProduct(at, $"税区分は {string.Join("、", _classes)} のどれかです", $"use one of the tax classes {string.Join(", ", _classes)}");
        }

        return null;
    }

    private WrongProduct? Admission(ProductRequest request)
    {
        if (request.Kind != ProductKind.Admission && request.Reentry is not null)
            return new WrongProduct("reentry", "再入場は入場券だけに付けられます", "only an admission has a re-entry rule");
        if (request.Kind != ProductKind.Admission && request.Admits is not null)
            return new WrongProduct("admits", "入場できる施設は入場券だけに付けられます", "only an admission admits to sites");
        if (request.Admits is { } many && CheckNames.IsTooLong(many))
            return new WrongProduct("admits", $"施設のコードは全部で {CheckNames.MaxName} 文字までです。施設を減らしてください", $"the codes of its sites have at most {CheckNames.MaxName} characters together; name fewer sites");
        return request.Admits is { } sites && (sites.Distinct().Count() != sites.Count || sites.Any(site => site is null || catalogue.Site(site) is null))
            ? new WrongProduct("admits", $"施設は {string.Join("、", catalogue.Sites.Select(site => site.Code))} から選んでください", $"choose from the sites {string.Join(", ", catalogue.Sites.Select(site => site.Code))}")
            : null;
    }

    private WrongProduct? Beyond(ProductRequest request, ProductRequest? before) =>
        only is not null && (request.Admits ?? []).Except(before?.Admits ?? []).Any(site => site != only)
            ? new WrongProduct("admits", "ほかの施設に入れる券は、管理者だけが「商品と価格」で作れます", "only an administrator, on the screen of products, lets a ticket admit to other sites")
            : null;

    /// <summary>Whether it was sold on a day that is over does not change.</summary>
    private WrongProduct? Day(DateOnly? day, DateOnly? before, string at) => day is null || day == before || (day >= today && day <= CatalogueDays.Latest)
        ? null
        : new WrongProduct(at, $"{today:yyyy-MM-dd} 以降の日にしてください", $"use {today:yyyy-MM-dd} or a later day");

    private static WrongProduct? Order(ProductRequest request) => request.StopsOn < request.StartsOn
        ? new WrongProduct("stopsOn", "販売を終える日は、始める日以降にしてください", "it cannot stop before it starts")
        : null;
}
