namespace Tourism.Pos.Shared.Catalogue;

/// <summary>What can be said about a registration number without asking the tax agency.</summary>
public enum RegistrationNumberCheck
{
    /// <summary>T and 13 digits, and the check digit fits.</summary>
    Good,

    /// <summary>Not T and 13 digits.</summary>
    WrongForm,

    /// <summary>The check digit does not fit: a mistake for a corporation, possible for a sole trader.</summary>
    WrongCheckDigit,
}

/// <summary>
/// Registration number of an issuer of qualified invoices: T, a check digit, and 12 digits (ordinance on the designation of corporate numbers,
/// art. 2). The check digit cannot tell 0 from 9. It is made for corporate numbers; those of sole traders need not obey it.
/// </summary>
public static class RegistrationNumber
{
    private const int Length = 14;

    /// <summary>Checks form and check digit.</summary>
    public static RegistrationNumberCheck Check(string number)
    {
        if (number.Length != Length || number[0] != 'T' || !number.AsSpan(1).ContainsOnlyDigits())
            return RegistrationNumberCheck.WrongForm;
        return number[1] - '0' == CheckDigit(number.AsSpan(2)) ? RegistrationNumberCheck.Good : RegistrationNumberCheck.WrongCheckDigit;
    }

    /// <summary>9 − (Σ P·Q mod 9), where Q is 1 for odd places from the right and 2 for even ones.</summary>
    private static int CheckDigit(ReadOnlySpan<char> digits)
    {
        var sum = 0;
        for (var place = 1; place <= digits.Length; place++)
            sum += (digits[^place] - '0') * (place % 2 == 1 ? 1 : 2);
        return 9 - (sum % 9);
    }

    private static bool ContainsOnlyDigits(this ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('0', '9');
}
