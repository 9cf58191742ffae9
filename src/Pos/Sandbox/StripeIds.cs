using System.Security.Cryptography;

namespace Tourism.Pos.Sandbox;

/// <summary>Ids that look like the provider's and that nobody can guess: a session's id also opens its payment page.</summary>
internal static class StripeIds
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

    public static string Session() => "cs_test_a1" + Random(56);

    public static string Intent() => "pi_3" + Random(23);

    public static string Charge() => "ch_3" + Random(23);

    public static string Location() => "tml_1" + Random(23);

    public static string Reader() => "tmr_1" + Random(23);

    public static string Refund() => "re_3" + Random(23);

    public static string Method() => "pm_1" + Random(23);

    public static string Movement() => "txn_3" + Random(23);

    public static string Transfer() => "tr_3" + Random(23);

    public static string Reversal() => "trr_1" + Random(23);

    public static string Payout() => "po_1" + Random(23);

    public static string Endpoint() => "we_1" + Random(23);

    public static string Event() => "evt_1" + Random(23);

    public static string Account() => "acct_1" + Random(23);

    /// <summary>Stripe's links have no id of their own: this one stands in the address of the form.</summary>
    public static string Link() => "link_1" + Random(40);

    public static string Request() => "req_" + Random(14);

    public static string Random(int length) => RandomNumberGenerator.GetString(Letters, length);
}
