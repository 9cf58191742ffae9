using Tourism.Kernel;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Shared.Catalogue;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Stock.Consignments;

/// <summary>What can be said about suppliers, terms and periods without looking at sales.</summary>
internal static class SupplierChecks
{
    private const int MaxCode = 20;
    private const int MaxName = 100;
    private const int MostDays = 400;

    public static Failure? Check(string code, SupplierRequest request)
    {
        if (code.Length is 0 or > MaxCode || !code.All(sign => char.IsAsciiLetterLower(sign) || char.IsAsciiDigit(sign) || sign == '-'))
            return new WrongStock("supplier", $"コードは a〜z、0〜9、- の {MaxCode} 文字までです", $"use 1 to {MaxCode} of a-z, 0-9 and '-'");
        if (string.IsNullOrWhiteSpace(request.Name.Ja))
            return new WrongStock("name", "名前を入れてください", "give a Japanese name");
        if (Language.All.Any(language => StockChecks.Text(request.Name.In(language), MaxName, "name") is not null))
            return new WrongStock("name", $"名前は {MaxName} 文字までです", $"give a name of at most {MaxName} characters");
        if (request.RegistrationNumber is { } number && RegistrationNumber.Check(number) == RegistrationNumberCheck.WrongForm)
            return new WrongStock("registrationNumber", "登録番号は T と数字13桁です", "a registration number is T and 13 digits");
        return StockChecks.Text(request.PayoutNote, Supplier.MaxNote, "payoutNote");
    }

    public static Failure? Check(Site site, ConsignmentRequest request, DateOnly today)
    {
        if (site.Kept(request.Product) is null && site.Products.All(product => product.Code != request.Product || product.Kind == ProductKind.Admission))
            return StockChecks.NoGoods("product", request.Product);
        if (request.Percent is < 1 or > 100)
            return new WrongStock("percent", "1〜100 % にしてください", "enter 1 to 100 per cent");
        if (request.From < today.AddYears(-1) || request.From > today.AddYears(1))
            return new WrongStock("from", "始まりの日は前後1年以内にしてください", "begin within a year from today");
        return request.To < request.From ? new WrongStock("to", "終わりの日は始まりの日より後にしてください", "do not end before the beginning") : null;
    }

    public static Failure? Period(DateOnly from, DateOnly to, DateOnly today)
    {
        if (to > today)
            return new WrongStock("to", "今日までにしてください", "end today at the latest");
        return from > to || to.DayNumber - from.DayNumber >= MostDays
            ? new WrongStock("from", $"始まりの日は終わりの日までの {MostDays} 日以内にしてください", $"begin before the end, at most {MostDays} days") : null;
    }
}
