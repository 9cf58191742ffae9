using Tourism.Pos.Catalogue;
using Tourism.Pos.Catalogue.Tenders;
using Tourism.Pos.Http;
using Tourism.Testing;
using Xunit;

namespace Tourism.Pos.Tests.Catalogue;

/// <summary>A catalogue file with mistakes stops the start and names every one of them.</summary>
public sealed class CheckCatalogueTests
{
    [Theory]
    [InlineData("\"T7123456789012\"", "\"T1234567890123\"", "issuers[mine-tourism]: the registration number 'T1234567890123' has a wrong check digit")]
    [InlineData("\"T7123456789012\"", "\"7123\"", "issuers[mine-tourism]: the registration number '7123' is not T and 13 digits")]
    [InlineData("\"taxClass\": \"reduced\"", "\"taxClass\": \"luxury\"", "there is no tax class 'luxury'")]
    [InlineData("\"issuer\": \"mine-farm\"", "\"issuer\": \"nobody\"", "sites[trout-farm]: there is no issuer 'nobody'")]
    [InlineData("\"to\": \"2019-09-30\"", "\"to\": \"2019-10-01\"", "'regular-2019' and 'regular-2014' overlap")]
    [InlineData("\"20\": 1100, \"100\": 1050", "\"20\": 1100", "prices[adult]: the tier from 100 has no price")]
    [InlineData("\"100\": 1050, \"200\": 1000", "\"100\": 1150, \"200\": 1000", "prices[adult]: a larger group pays more than a smaller one")]
    [InlineData("\"from\": 100, \"to\": 199", "\"from\": 101, \"to\": 199", "tiers[20]: tiers go up without a gap")]
    [InlineData("\"schoolTripTier\": 20", "\"schoolTripTier\": 15", "the school trip gets the tier from 15")]
    [InlineData("\"percent\": 10,", "\"percent\": 101,", "taxRates[standard from 2019-10-01]: 101 is no percentage")]
    [InlineData("\"yen\": 1800", "\"yen\": -1", "products[trout]: -1 yen is no price")]
    [InlineData("\"code\": \"farm-1\"", "\"code\": \"momiji-1\"", "tills of all sites: 'momiji-1' stands there 2 times")]
    [InlineData("\"code\": \"farm-1\"", "\"code\": \"Farm 1\"", "'Farm 1' is no code")]
    [InlineData("\"kana\": \"ます\"", "\"kana\": \"マス\"", "the reading 'マス' is not hiragana")]
    [InlineData("[\"akiyoshido\", \"kagekiyodo\"]", "[\"atlantis\"]", "it admits to 'atlantis'")]
    [InlineData("\"percent\": 50, \"products\": [],", "\"percent\": 0, \"products\": [],", "reductions[disability]: 0 is no share to take off")]
    public async Task Check_OneMistake_IsNamed(string right, string wrong, string sentence)
    {
        var errors = CheckCatalogue.Errors(await WithAsync((right, wrong))).ToList();

        Assert.Contains(errors, error => error.Contains(sentence, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_SeveralMistakes_AreNamedAtOnce()
    {
        var city = await WithAsync(("\"yen\": 1800", "\"yen\": -1"), ("\"issuer\": \"mine-farm\"", "\"issuer\": \"nobody\""), ("\"kana\": \"ます\"", "\"kana\": \"マス\""));

        var message = Assert.Throws<StartRefusedException>(() => city.Check(new TendersFile("", []))).Message;

        Assert.All(["needs 3 corrections", "-1 yen", "'nobody'", "'マス'"], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"yen\": 1800", "\"yen\": 1800.5")]
    [InlineData("\"kind\": \"weighed\"", "\"kind\": \"magic\"")]
    [InlineData("\"reductionOf\"", "\"reductionOff\"")]
    [InlineData("\"from\": \"2025-12-30\"", "\"from\": \"2025-12-32\"")]
    public async Task Read_FileThatDoesNotFit_StopsTheStartAndSaysWhere(string right, string wrong)
    {
        var refused = await Assert.ThrowsAsync<StartRefusedException>(() => WithAsync((right, wrong)));

        Assert.Contains("catalogue.json' cannot be read. Correct it:", refused.Message, StringComparison.Ordinal);
    }

    private static async Task<CityFile> WithAsync(params (string Right, string Wrong)[] mistakes)
    {
        using var folder = new TemporaryFolder();
        var text = await File.ReadAllTextAsync(Path.Combine(TestCity.Folder, "catalogue.json"));
        foreach (var (right, wrong) in mistakes)
        {
            Assert.Contains(right, text, StringComparison.Ordinal);
            text = text.Replace(right, wrong, StringComparison.Ordinal);
        }

        await File.WriteAllTextAsync(folder.Path("catalogue.json"), text);
        return await CityFile.ReadAsync(folder.FullName, CancellationToken.None);
    }
}
