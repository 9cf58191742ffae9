using System.Globalization;
using System.Text;
using Tourism.Kernel;

namespace Tourism.Points.Http;

/// <summary>What the fields of a request may hold. Each check answers <c>null</c> when the field is good.</summary>
internal static class Fields
{
    public const long MaxPoints = 9_999_999;
    private const int MaxName = 100;
    private const int MaxCode = 40;

    public static Failure? Id(Guid value, string field) => value == Guid.Empty ? new EmptyId(field) : null;

    public static Failure? Points(PointAmount value, string field) => value.Amount is < 1 or > MaxPoints ? new PointsOutOfRange(field) : null;

    public static Failure? Code(string? value, string field) =>
        value is { Length: > 0 and <= MaxCode } && value.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '_') ? null : new NotACode(field);

    public static Failure? Text(string? value, string field, int max)
    {
        if (string.IsNullOrWhiteSpace(value) || value.Length > max || !IsPlain(value))
            return new TextUnusable(field, max);
        return MyNumber.IsIn(value) ? new MyNumberFound(field) : null;
    }

    public static Failure? Text(LocalText? value, string field) => value is null
        ? new TextUnusable(field, MaxName)
        : Text(value.Ja, field + ".ja", MaxName) ?? Optional(value.En, field + ".en") ?? Optional(value.Ko, field + ".ko")
            ?? Optional(value.ZhHant, field + ".zhHant") ?? Optional(value.ZhHans, field + ".zhHans");

    private static Failure? Optional(string? value, string field) => value is null ? null : Text(value, field, MaxName);

    /// <summary>Half surrogates and NUL cannot be stored everywhere; controls and direction marks make a name read as another.</summary>
    private static bool IsPlain(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            if (!Rune.TryGetRuneAt(text, at, out var rune) || Rune.GetUnicodeCategory(rune) is
                UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator)
                return false;
            at += rune.Utf16SequenceLength;
        }

        return true;
    }

    private sealed record EmptyId(string At) : Failure(
        "id-missing", FailureKind.Invalid,
        $"「{At}」にIDがありません。UUIDを入れて送ってください。",
        $"'{At}' has no id. Send a UUID.", At);

    private sealed record PointsOutOfRange(string At) : Failure(
        "points-out-of-range", FailureKind.Invalid,
        $"「{At}」は1から{new PointAmount(MaxPoints)}までのポイント数にしてください。",
        $"'{At}' must be from 1 to {new PointAmount(MaxPoints)} points.", At);

    private sealed record NotACode(string At) : Failure(
        "code-unusable", FailureKind.Invalid,
        $"「{At}」は半角の英数字、-、_ で1文字から{MaxCode}文字までにしてください。",
        $"'{At}' must be 1 to {MaxCode} letters, digits, - or _.", At);

    private sealed record TextUnusable(string At, int Max) : Failure(
        "text-unusable", FailureKind.Invalid,
        $"「{At}」は1文字から{Max}文字までで、改行などの制御文字なしで入力してください。",
        $"'{At}' must be 1 to {Max} characters without line breaks or other control characters.", At);

    private sealed record MyNumberFound(string At) : Failure(
        "my-number-refused", FailureKind.Invalid,
        $"「{At}」に個人番号(マイナンバー)と思われる12桁の数字があります。削除してから送ってください。",
        $"'{At}' holds 12 digits that look like a My Number, which may not be stored here. Remove them and send again.", At);
}
