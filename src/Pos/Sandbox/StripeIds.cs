using System.Security.Cryptography;

namespace Tourism.Pos.Sandbox;

/// <summary>Ids that look like the provider's and that nobody can guess: a session's id also opens its payment page.</summary>
internal static class StripeIds
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string Session() => "cs_test_a1" + Random(56);

    public static string Intent() => "pi_3" + Random(23);

    public static string Charge() => "ch_3" + Random(23);

    public static string Refund() => "re_3" + Random(23);

    public static string Method() => "pm_1" + Random(23);

    public static string Event() => "evt_1" + Random(23);

    public static string Request() => "req_" + Random(14);

    private static string Random(int length) => RandomNumberGenerator.GetString(Letters, length);
}
