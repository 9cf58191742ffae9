using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Api.Tests;

/// <summary>What shops say when they join.</summary>
internal static class ShopSteps
{
    public const string Pin = "2580";

    public static BankAccount Account => new("山口銀行", "美祢支店", "0123456", "やまだ はなこ");

    public static ShopAnswer Tea => new("田中茶舗", null, "reduced", new PayoutRequest(PayoutWay.City, Account)) { Names = new OtherNames("Tanaka Chaho") };

    public static JoinRequest Join(string code, ShopAnswer? answer, Guid? enrolment = null) => new(code, enrolment ?? Guid.CreateVersion7(), Pin, answer);

    /// <summary>Asks a shop to join; its address in the API.</summary>
    public static async Task<string> InviteAsync(this Staff admin, string name, string? email = null)
    {
        var path = $"/api/v1/shops/{Guid.CreateVersion7()}";
        await admin.PutAsync<ShopView>(path, new ShopInvitationRequest(name, email));
        return path;
    }

    public static async Task<string> CodeAsync(this Staff admin, string shop) => (await admin.PutAsync<ShopCodeView>(shop + "/code", new { })).Code;

    public static async Task<ShopView> ShopAsync(this Staff staff, string path) =>
        (await staff.GetAsync<IReadOnlyList<ShopView>>("/api/v1/shops")).Single(shop => path.EndsWith(shop.Id.ToString(), StringComparison.Ordinal));
}
