using System.Text;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Codes;

/// <summary>What is JPQR's own in a merchant's code: one template of ids, and the name in Japanese.</summary>
internal static class JpqrCode
{
    private const string Domain = "jp.or.paymentsjapan";
    private const string Japanese = "JA";
    private static readonly (string Id, int Digits)[] Parts = [("01", 13), ("02", 4), ("03", 6), ("04", 6)];

    public static string Template(JpqrShop shop) => Parts.Zip(shop.Parts())
        .Aggregate(new StringBuilder().Field("00", Domain), (template, part) => template.Field(part.First.Id, part.Second)).ToString();

    public static string Words(JpqrShop shop) => new StringBuilder().Field("00", Japanese).Field("01", shop.NameJa).ToString();

    /// <summary>Without a shop for a code that is not JPQR.</summary>
    public static Result<Found> Read(IReadOnlyList<CodeField> fields)
    {
        foreach (var field in fields.Where(field => string.CompareOrdinal(field.Id, "26") >= 0 && string.CompareOrdinal(field.Id, "51") <= 0))
        {
            var inner = CodeFields.Read(field.Value, field.Id + ".");
            if (!inner.Ok)
                return inner.Failure;
            if (inner.Value.ValueOf("00") == Domain)
                return Read(fields, inner.Value, field.Id);
        }

        return new Found(null);
    }

    private static Result<Found> Read(IReadOnlyList<CodeField> fields, IReadOnlyList<CodeField> template, string at)
    {
        foreach (var (id, digits) in Parts)
        {
            if (!JpqrShop.IsNumber(template.ValueOf(id), digits))
                return new WrongPaymentCode($"{at}.{id}", $"{digits}桁の数字ではありません", $"it is no number of {digits} digits");
        }

        if (fields.ValueOf("53") != MerchantCode.Yens)
            return new WrongPaymentCode("53", "JPQR の通貨は 392（円）です", "JPQR is in yen (392)");
        if (fields.ValueOf("58") != MerchantCode.Japan)
            return new WrongPaymentCode("58", "JPQR の国は JP です", "JPQR is in Japan (JP)");
        if (!JpqrShop.IsNumber(fields.ValueOf("61"), 7))
            return new WrongPaymentCode("61", "7桁の郵便番号ではありません", "it is no postal code of 7 digits");
        var name = NameIn(fields.ValueOf("64"));
        return name.Ok
            ? new Found(new JpqrShop(
                string.Join('-', Parts.Select(part => template.ValueOf(part.Id))), fields.ValueOf("52") ?? "", fields.ValueOf("59") ?? "", fields.ValueOf("60") ?? "",
                fields.ValueOf("61")!, name.Value))
            : name.Failure;
    }

    private static Result<string> NameIn(string? words)
    {
        var fields = CodeFields.Read(words ?? "", "64.");
        if (!fields.Ok)
            return fields.Failure;
        if (fields.Value.ValueOf("00") != Japanese)
            return new WrongPaymentCode("64.00", "JA ではありません", "it is not JA");
        if (fields.Value.ValueOf("02") is not null)
            return new WrongPaymentCode("64.02", "JPQR では使いません", "JPQR has none");
        return fields.Value.ValueOf("01") ?? (Result<string>)new WrongPaymentCode("64.01", "日本語の店名がありません", "the name in Japanese is missing");
    }

    internal sealed record Found(JpqrShop? Shop);
}
