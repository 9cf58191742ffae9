using System.Globalization;

namespace Tourism.Points.Ledger;

/// <summary>Names of the accounts of the books. None is ever renamed or removed.</summary>
internal static class Account
{
    public static string Budget(string programme, int fiscalYear) =>
        string.Create(CultureInfo.InvariantCulture, $"budget:{programme}:{fiscalYear}");

    public static string Wallet(Guid member) => $"wallet:{member}";

    public static string Hold(Guid hold) => $"hold:{hold}";

    public static string Shop(string site) => $"shop:{site}";
}
