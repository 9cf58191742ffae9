using System.Text;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Pos.Catalogue.Imports;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>An office that keeps the farm's and the shop's products.</summary>
public abstract class CatalogueOffice(DatabaseFixture database) : SellingSuite(database)
{
    private protected const string Farm = "trout-farm";
    private protected const string Shop = "momiji";

    private protected DateOnly Today => BusinessDate.Of(Clock.UtcMicros());

    private protected static ProductRequest Goods(string name) => new(new LocalText(name), ProductKind.Goods, "standard");

    private protected Task<Result<Written<KeptProductView>>> KeepAsync(string site, string code, ProductRequest request, bool everywhere = true) =>
        Get<KeepProduct>().HandleAsync(site, code, request, Admin, everywhere, Token);

    private protected async Task<KeptProductView> AddAsync(string site, string code, string name = "箸置き", long? yen = null)
    {
        var kept = (await KeepAsync(site, code, Goods(name))).Value.View;
        return yen is { } price ? (await PriceAsync(site, code, Today, price)).Value.View : kept;
    }

    private protected Task<Result<Written<KeptProductView>>> PriceAsync(string site, string code, DateOnly from, long yen, DateOnly? until = null) =>
        Get<KeepPrice>().SetAsync(site, code, from, new PriceRequest(new Yen(yen), until), Admin, Token);

    private protected async Task<KeptProductView> FindAsync(string site, string code) => (await Get<FindProducts>().HandleAsync(site, code, Token)).Value;

    /// <summary>What a till at <paramref name="site"/> shows on a day.</summary>
    private protected async Task<ProductView?> OfferAsync(string site, string code, DateOnly day)
    {
        var snapshot = await Get<Pos.Catalogue.CatalogueStore>().GetAsync(Token);
        return snapshot.On(snapshot.Site(site)!, day).Products.FirstOrDefault(product => product.Code == code);
    }

    private protected async Task<ImportView> ImportAsync(string site, byte[] file, string name = "goods.csv", Guid? id = null)
    {
        var import = id ?? Guid.CreateVersion7();
        Assert.Null((await Get<HandInImport>().HandleAsync(site, import, name, file, Admin, Token)).Failure);
        return await WorkAsync(site, import);
    }

    private protected Task<ImportView> ImportAsync(string site, params string[] lines) => ImportAsync(site, Csv(lines));

    private protected async Task<ImportView> ApplyAsync(string site, Guid id, bool goodRowsOnly = false)
    {
        Assert.Null((await Get<DecideImport>().ApplyAsync(site, id, new ImportDecision(goodRowsOnly), Admin, Token)).Failure);
        return await WorkAsync(site, id);
    }

    private protected async Task<ImportView> UndoAsync(string site, Guid id)
    {
        Assert.Null((await Get<DecideImport>().UndoAsync(site, id, Admin, Token)).Failure);
        return await WorkAsync(site, id);
    }

    private protected async Task<ImportView> WorkAsync(string site, Guid id)
    {
        while (await Get<CarryOutImports>().RunAsync(Token) > 0)
        {
        }

        return (await Get<FindImports>().FindAsync(site, id, Language.En, Token)).Value;
    }

    private protected static byte[] Csv(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines.Prepend("Code,Name (ja),Kind,Tax class,Price,Price from")));
}
