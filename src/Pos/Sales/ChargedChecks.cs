using Tourism.Kernel;
using Tourism.Pos.Shared.Pricing;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Sales;

/// <summary>A receipt that a till gave must add up in itself; whether its prices are the server's is another question and no reason to refuse it.</summary>
internal static class ChargedChecks
{
    private const int MaxText = 200;
    private const int MaxRates = 10;

    public static Failure? Of(SaleRequest request)
    {
        if (request.Charged is not { } charged)
            return null;
        if (charged.Lines is null || charged.Lines.Count != request.Lines.Count)
            return new WrongSale("charged.lines", "明細と同じ行数にしてください", "give one for each line of the sale");
        if (charged.Taxes is null || charged.Taxes.Count is 0 or > MaxRates || charged.Taxes.DistinctBy(tax => tax?.Percent).Count() != charged.Taxes.Count)
            return new WrongSale("charged.taxes", "税率ごとに1つずつ入れてください", "give one for each rate");
        return BasketChecks.First(charged.Lines, "charged.lines", Line) ?? BasketChecks.First(charged.Taxes, "charged.taxes", Tax)
            ?? (IsMoney(charged.Discount) ? Sums(request.Total, charged) : Range("charged.discount"));
    }

    private static Failure? Line(ChargedLine? line, string at)
    {
        if (Name(line?.Name, at + ".name") is { } wrong)
            return wrong;
        if (line!.UnitPrice is { } price && !IsMoney(price))
            return Range(at + ".unitPrice");
        if (!IsMoney(line.Amount))
            return Range(at + ".amount");
        return line.TaxPercent is < 0 or > 100 ? Percent(at + ".taxPercent") : line.Why is null ? null : Name(line.Why, at + ".why");
    }

    private static Failure? Name(LocalText? name, string at) => BasketChecks.Text(name?.Ja, MaxText, at + ".ja")
        ?? new[] { name!.En, name.Ko, name.ZhHant, name.ZhHans }.Select(text => text is "" ? null : BasketChecks.Optional(text, MaxText, at))
            .FirstOrDefault(wrong => wrong is not null);

    private static Failure? Tax(TaxView? tax, string at)
    {
        if (tax is null || tax.Percent is < 0 or > 100)
            return Percent(at + ".percent");
        if (!IsMoney(tax.Total))
            return Range(at + ".total");
        if (!IsMoney(tax.Discount))
            return Range(at + ".discount");
        return IsMoney(tax.Tax) && tax.Tax <= tax.Total ? null : Range(at + ".tax");
    }

    private static Failure? Sums(Yen total, ChargedBasket charged)
    {
        var priced = charged.Lines.Select(line => line.Amount).Sum() - charged.Discount;
        var tax = charged.Taxes.Select(rate => rate.Tax).Sum();
        if (priced != total && priced + tax != total)
            return new WrongSale("charged.lines", $"明細から値引きを引いた額が合計 {total} 円になりません", $"lines less discount do not add up to {total} yen");
        if (charged.Taxes.Select(tax => tax.Total).Sum() != total)
            return new WrongSale("charged.taxes", $"税率ごとの額が合計 {total} 円になりません", $"the rates do not add up to {total} yen");
        var rates = charged.Lines.Select(line => line.TaxPercent).Union(charged.Taxes.Select(tax => tax.Percent));
        return rates.All(rate => Rate(charged, rate, taxOnTop: priced != total))
            ? null
            : new WrongSale("charged.taxes", "税率ごとの額が明細と合いません", "a rate does not fit the lines at that rate");
    }

    /// <summary>A business that prices without tax adds it once per rate.</summary>
    private static bool Rate(ChargedBasket charged, int percent, bool taxOnTop) => charged.Taxes.SingleOrDefault(tax => tax.Percent == percent) is { } tax
        && charged.Lines.Where(line => line.TaxPercent == percent).Select(line => line.Amount).Sum() - tax.Discount + (taxOnTop ? tax.Tax : Yen.Zero) == tax.Total;

    private static bool IsMoney(Yen amount) => amount.Amount is >= 0 and <= Calculator.MaxAmount;

    private static WrongSale Range(string at) => new(at, $"0～{Calculator.MaxAmount} 円にしてください", $"use 0 to {Calculator.MaxAmount} yen");

    private static WrongSale Percent(string at) => new(at, "0～100 にしてください", "use 0 to 100");
}
