using Tourism.Kernel;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing;
using Tourism.Testing.Databases;

namespace Tourism.Api.Tests;

/// <summary>A long file of products through a host that dies on the way, and its taking back.</summary>
public abstract class ImportContract(DatabaseFixture database) : DatabaseSuite(database)
{
    private const string Site = "momiji";

    [DatabaseFact]
    public async Task Import_OfTwentyThousandRows_SurvivesKillsRepeatsAStopAndIsTakenBack()
    {
        await using var host = await RunningHost.StartAsync(Database);
        using var admin = await Staff.SignInAsync(host.Url, "admin");
        var path = $"/api/v1/sites/{Site}/imports/{Guid.CreateVersion7()}";
        var before = await CodesAsync(admin);

        var read = await HandInAsync(host, admin, path);
        Assert.Equal((BigSheet.Rows, BigSheet.Good, 0, 0, 3), (read.Rows, read.Added, read.Changed, read.Unchanged, read.Wrong));
        Assert.Equal(BigSheet.Mistakes, read.Problems.Select(problem => (problem.Row, problem.Column!)));
        Assert.Equal(before, await CodesAsync(admin));
        await admin.RefusedAsync(HttpMethod.Put, path + "/application", new ImportDecision(), "has-mistakes");

        await StopOnTheWayAsync(admin, path);
        var applied = await CarryOutAsync(host, admin, path);
        Assert.Equal((ImportState.Applied, BigSheet.Good, 0), (applied.State, applied.Done, applied.Kept));
        var products = await ProductsAsync(admin);
        Assert.Equal(BigSheet.Good + before.Count, products.Select(product => product.Code).Distinct().Count());
        Assert.Equal(products.Count, products.Select(product => product.No).Distinct().Count());
        Assert.All(products.Where(product => product.Code.StartsWith("big-", StringComparison.Ordinal)), product => Assert.Single(product.Prices));

        await admin.PutAsync<ImportView>(path + "/undoing", new { });
        await UntilAsync(admin, path, import => import.Done > 2_000 || import.State == ImportState.Undone);
        await host.CrashAsync();
        var undone = await UntilAsync(admin, path, import => import.State == ImportState.Undone);
        Assert.Equal((BigSheet.Good, 0), (undone.Done, undone.Kept));
        Assert.Equal(before, (await admin.GetAsync<CatalogueView>("/api/v1/catalogue")).Sites.Single(site => site.Code == Site).Products.Select(product => product.Code));
    }

    /// <summary>The host dies while it compares rows; its sender repeats the whole.</summary>
    private static async Task<ImportView> HandInAsync(RunningHost host, Staff admin, string path)
    {
        var file = BigSheet.File("big");
        await admin.SendAsync<ImportView>(HttpMethod.Put, path + "?name=big.csv", new ByteArrayContent(file));
        await UntilAsync(admin, path, import => import.Rows > 0);
        await host.CrashAsync();
        await admin.SendAsync<ImportView>(HttpMethod.Put, path + "?name=big.csv", new ByteArrayContent(file));
        return await UntilAsync(admin, path, import => import.State != ImportState.Reading);
    }

    private static async Task StopOnTheWayAsync(Staff admin, string path)
    {
        await admin.PutAsync<ImportView>(path + "/application", new ImportDecision(GoodRowsOnly: true));
        await UntilAsync(admin, path, import => import.Done > 0);
        await admin.PutAsync<ImportView>(path + "/cancellation", new { });
        var stopped = await admin.GetAsync<ImportView>(path);
        await Task.Delay(1_500);
        Assert.Equal((ImportState.Stopped, stopped.Done), ((await admin.GetAsync<ImportView>(path)).State, (await admin.GetAsync<ImportView>(path)).Done));
        Assert.InRange(stopped.Done, 1, BigSheet.Good - 1);
    }

    /// <summary>Killed twice on the way; what was asked is asked again.</summary>
    private static async Task<ImportView> CarryOutAsync(RunningHost host, Staff admin, string path)
    {
        var done = (await admin.GetAsync<ImportView>(path)).Done;
        for (var kill = 0; kill < 2; kill++)
        {
            await admin.PutAsync<ImportView>(path + "/application", new ImportDecision(GoodRowsOnly: true));
            var reached = await UntilAsync(admin, path, import => import.Done > done + 1_000 || import.State == ImportState.Applied);
            await host.CrashAsync();
            done = reached.Done;
        }

        return await UntilAsync(admin, path, import => import.State == ImportState.Applied);
    }

    private static async Task<ImportView> UntilAsync(Staff admin, string path, Func<ImportView, bool> reached)
    {
        for (var tries = 0; ; tries++)
        {
            var import = await admin.GetAsync<ImportView>(path);
            if (reached(import))
                return import;
            Assert.True(tries < 6_000, $"The import stays at {import}");
            await Task.Delay(50);
        }
    }

    private static async Task<List<string>> CodesAsync(Staff admin) => (await ProductsAsync(admin)).ConvertAll(product => product.Code);

    private static async Task<List<KeptProductView>> ProductsAsync(Staff admin)
    {
        var products = new List<KeptProductView>();
        ProductPageView page;
        do
        {
            page = await admin.GetAsync<ProductPageView>($"/api/v1/sites/{Site}/products?skip={products.Count}");
            products.AddRange(page.Products);
        }
        while (products.Count < page.Total);
        return products;
    }
}

public sealed class ImportOnSqlite(SqliteFixture database) : ImportContract(database), IClassFixture<SqliteFixture>;

public sealed class ImportOnPostgreSql(PostgreSqlFixture database) : ImportContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class ImportOnSqlServer(SqlServerFixture database) : ImportContract(database), IClassFixture<SqlServerFixture>;
