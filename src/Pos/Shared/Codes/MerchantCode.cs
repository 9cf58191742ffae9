using System.Globalization;
using System.Text;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Codes;

/// <summary>
/// A code that a shop shows and a customer's app scans: EMVCo QR Code Specification for Payment Systems, Merchant-Presented Mode 1.1, and JPQR,
/// which is the same with one template of Japan's own (Payments Japan, unified code guideline).
/// </summary>
/// <param name="IsDynamic">Made for one payment.</param>
/// <param name="Amount">As it stands, in the currency's units; <c>null</c> when the customer types it.</param>
/// <param name="Currency">ISO 4217, three digits; 392 is yen.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="Category">Merchant category code, four digits.</param>
/// <param name="Name">The shop in Latin letters.</param>
/// <param name="City">Its city.</param>
/// <param name="Jpqr">What JPQR says of it; <c>null</c> for a code of others.</param>
public sealed record MerchantCode(
    bool IsDynamic, string? Amount, string Currency, string Country, string Category, string Name, string City, JpqrShop? Jpqr)
{
    internal const string CheckField = "63";
    internal const string Yens = "392";
    internal const string Japan = "JP";
    private const string Start = "01";
    private const int Head = 4;

    /// <summary>Reads a code. What is wrong is said by <see cref="WrongPaymentCode"/> and <see cref="WrongPaymentCheck"/>.</summary>
    /// <param name="text">As scanned.</param>
    public static Result<MerchantCode> Read(string text)
    {
        var fields = CodeFields.Read(text);
        if (!fields.Ok)
            return fields.Failure;
        if (Frame(text, fields.Value) is { } broken)
            return broken;
        var jpqr = JpqrCode.Read(fields.Value);
        return jpqr.Ok ? Of(fields.Value, jpqr.Value.Shop) : jpqr.Failure;
    }

    /// <summary>The code of a JPQR shop, for one amount or for any.</summary>
    /// <param name="shop">One that <see cref="JpqrShop.Check"/> has nothing against; throws <see cref="ArgumentException"/> for another.</param>
    /// <param name="amount">1 or more; <c>null</c> for a code to print, where the customer types it.</param>
    public static string Of(JpqrShop shop, Yen? amount = null)
    {
        if (shop.Check() is { } wrong)
            throw new ArgumentException(wrong.En, nameof(shop));
        if (amount is { Amount: < 1 })
            throw new ArgumentException("An amount is 1 yen or more.", nameof(amount));
        var code = new StringBuilder().Field("00", Start).Field("01", amount is null ? "11" : "12").Field("26", JpqrCode.Template(shop))
            .Field("52", shop.Category).Field("53", Yens);
        if (amount is { } yen)
            code.Field("54", yen.Amount.ToString(CultureInfo.InvariantCulture));
        code.Field("58", Japan).Field("59", shop.Name).Field("60", shop.City).Field("61", shop.Postal).Field("64", JpqrCode.Words(shop)).Append(CheckField).Append("04");
        return code + CodeCheck.Of(code.ToString());
    }

    /// <summary>First, last and check, before anything in between is believed.</summary>
    private static Failure? Frame(string text, IReadOnlyList<CodeField> fields)
    {
        if (fields.Count == 0 || fields[0] is not { Id: "00", Value: Start })
            return new WrongPaymentCode("00", "01 で始まっていません", "it does not begin with 01");
        if (fields[^1] is not { Id: CheckField, Value.Length: Head } check)
            return new WrongPaymentCode(CheckField, "4文字の検査値で終わっていません", "it does not end with a check of 4 characters");
        var right = CodeCheck.Of(text[..^Head]);
        return check.Value == right ? null : new WrongPaymentCheck(check.Value, right);
    }

    private static Result<MerchantCode> Of(IReadOnlyList<CodeField> fields, JpqrShop? jpqr)
    {
        if (fields.ValueOf("01") is not (null or "11" or "12"))
            return new WrongPaymentCode("01", "11 か 12 ではありません", "it is neither 11 nor 12");
        if (!JpqrShop.IsNumber(fields.ValueOf("52"), 4))
            return new WrongPaymentCode("52", "4桁の業種コードではありません", "it is no category of 4 digits");
        if (!JpqrShop.IsNumber(fields.ValueOf("53"), 3))
            return new WrongPaymentCode("53", "3桁の通貨コードではありません", "it is no currency of 3 digits");
        if (fields.ValueOf("54") is { } amount && !IsAmount(amount))
            return new WrongPaymentCode("54", "金額ではありません", "it is no amount");
        if (fields.ValueOf("58") is not { Length: 2 } country)
            return new WrongPaymentCode("58", "2文字の国コードではありません", "it is no country of 2 letters");
        if (!JpqrShop.IsLatin(fields.ValueOf("59"), 25))
            return new WrongPaymentCode("59", "1～25字の店名がありません", "there is no name of 1 to 25 letters");
        if (!JpqrShop.IsLatin(fields.ValueOf("60"), 15))
            return new WrongPaymentCode("60", "1～15字の市区町村がありません", "there is no city of 1 to 15 letters");
        return new MerchantCode(
            fields.ValueOf("01") == "12", fields.ValueOf("54"), fields.ValueOf("53")!, country, fields.ValueOf("52")!, fields.ValueOf("59")!, fields.ValueOf("60")!, jpqr);
    }

    private static bool IsAmount(string text) => text.Length <= 13 && text.All(sign => char.IsAsciiDigit(sign) || sign == '.')
        && text.Count(sign => sign == '.') <= 1 && char.IsAsciiDigit(text[0]);
}
