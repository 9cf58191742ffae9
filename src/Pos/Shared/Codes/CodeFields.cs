using System.Globalization;
using System.Text;
using Tourism.Kernel;

namespace Tourism.Pos.Shared.Codes;

/// <summary>Fields of a merchant's code: two digits of id, two digits of length, the value. A length counts characters, never bytes or halves of one.</summary>
internal static class CodeFields
{
    private const int Head = 4;
    private const int Longest = 99;

    /// <summary>How many characters <paramref name="text"/> has; one beyond the first 65,536 is still one.</summary>
    public static int Length(string text) => text.EnumerateRunes().Count();

    public static StringBuilder Field(this StringBuilder code, string id, string value)
    {
        var length = Length(value);
        if (length is 0 or > Longest)
            throw new ArgumentException($"Field {id} has {length} characters.", nameof(value));
        return code.Append(id).Append(length.ToString("00", CultureInfo.InvariantCulture)).Append(value);
    }

    /// <summary>The fields in their order; each id once.</summary>
    /// <param name="text">A whole code, or the value of a template.</param>
    /// <param name="within">Id of the template, with a full stop; empty for a whole code.</param>
    public static Result<IReadOnlyList<CodeField>> Read(string text, string within = "")
    {
        var (runes, fields, at) = (text.EnumerateRunes().ToArray(), new List<CodeField>(), 0);
        while (at < runes.Length)
        {
            if (Number(runes, at) is not { } id)
                return new WrongPaymentCode(within, $"{at + 1} 文字目に項目の番号がありません", $"there is no field number at character {at + 1}");
            var name = within + id.ToString("00", CultureInfo.InvariantCulture);
            if (Number(runes, at + 2) is not { } length || length == 0 || at + Head + length > runes.Length)
                return new WrongPaymentCode(name, "長さが合いません", "its length does not fit");
            if (fields.Exists(field => field.Id == name[^2..]))
                return new WrongPaymentCode(name, "2回あります", "it stands there twice");
            fields.Add(new CodeField(name[^2..], string.Concat(runes[(at + Head)..(at + Head + length)])));
            at += Head + length;
        }

        return fields;
    }

    public static string? ValueOf(this IReadOnlyList<CodeField> fields, string id) => fields.FirstOrDefault(field => field.Id == id)?.Value;

    private static int? Number(Rune[] runes, int at) => Digit(runes, at) is { } tens && Digit(runes, at + 1) is { } ones ? tens * 10 + ones : null;

    private static int? Digit(Rune[] runes, int at) => at < runes.Length && runes[at].Value is >= '0' and <= '9' and var digit ? digit - '0' : null;
}

/// <param name="Id">Two digits.</param>
/// <param name="Value">As it stands.</param>
internal sealed record CodeField(string Id, string Value);
