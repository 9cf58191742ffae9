using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Points.Contracts;
using Tourism.Points.Members;
using Tourism.Points.Programmes;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class SeedTests : IAsyncLifetime
{
    private static readonly DemoMemberData Hanako = new(new Guid("019ab000-0000-7000-8000-000000000001"), "見本 花子", "9L4KSH9D8H2KQJPD8D0L4H1D64");
    private readonly SqliteStore _store = new();
    private readonly CityFolder _city = new();

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        _city.Dispose();
    }

    [Fact]
    public async Task Seed_Repeated_ChangesNothing()
    {
        _city.Write(CityFolder.Programme("a", ExpiryRule.FiscalYearEnd, 100, 2026, 2027));
        _city.Write(Hanako);
        await using var app = await PointsApp.OpenAsync(_store, _city);
        var member = (await app.RegisterAsync(Hanako.Id, new MemberRequest(Hanako.Name))).Value;
        await app.GrantAsync(member.View, 40, "a");

        await app.SeedAsync();

        Assert.Equal((1, 2, 1), await app.ReadAsync(async db =>
            (await db.Programmes.CountAsync(), await db.BudgetLines.CountAsync(), await db.Members.CountAsync())));
        Assert.Equal((new PointAmount(100), new PointAmount(40)), ((await app.ProgrammeAsync("a")).Appropriation, (await app.ProgrammeAsync("a")).Issued));
        Assert.Equal((Hanako.Card, false), (member.View.Card, member.First));
    }

    [Fact]
    public async Task Seed_WithoutFiles_LeavesTheCityWithoutProgrammes()
    {
        await using var app = await PointsApp.OpenAsync(_store, _city);

        Assert.Equal(0, await app.ReadAsync(db => db.Programmes.CountAsync()));
    }

    [Fact]
    public async Task Seed_ChangedRulesUnderTheSameVersion_StopTheStart()
    {
        _city.Write(CityFolder.Programme("a", ExpiryRule.FiscalYearEnd, 100, 2026));
        await using var app = await PointsApp.OpenAsync(_store, _city);
        _city.Write(CityFolder.Programme("a", ExpiryRule.NextFiscalYearEnd, 100, 2026));

        var error = await Assert.ThrowsAsync<InvalidOperationException>(app.SeedAsync);

        Assert.Contains("next version", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_NextVersionOfRules_CountsForNewGrantsOnly()
    {
        var first = CityFolder.Programme("a", ExpiryRule.FiscalYearEnd, 100, 2026);
        _city.Write(first);
        await using var app = await PointsApp.OpenAsync(_store, _city);
        var member = await app.RegisterAsync();
        var before = (await app.GrantAsync(member, 1, "a")).Value.View;
        _city.Write(first, first with { RuleVersion = 2, Expiry = ExpiryRule.NextFiscalYearEnd });
        await app.SeedAsync();

        var after = (await app.GrantAsync(member, 1, "a")).Value.View;

        Assert.Equal((new DateOnly(2027, 3, 31), new DateOnly(2028, 3, 31)), (before.ExpiresOn, after.ExpiresOn));
        Assert.Equal([1, 2], await app.ReadAsync(db => db.Lots.OrderBy(lot => lot.Seq).Select(lot => lot.RuleVersion).ToListAsync()));
        Assert.Equal(2, (await app.CardAsync(member)).Movements.Count);
    }

    [Fact]
    public async Task Seed_OtherAppropriationInTheFile_LeavesTheRecordedOne()
    {
        _city.Write(CityFolder.Programme("a", ExpiryRule.FiscalYearEnd, 100, 2026));
        await using var app = await PointsApp.OpenAsync(_store, _city);
        _city.Write(CityFolder.Programme("a", ExpiryRule.FiscalYearEnd, 5, 2026, 2027));

        await app.SeedAsync();

        Assert.Equal(new PointAmount(100), (await app.ProgrammeAsync("a")).Appropriation);
        Assert.Equal(2, await app.ReadAsync(db => db.BudgetLines.CountAsync()));
    }

    [Theory]
    [InlineData("{ \"programmes\": 1 }")]
    [InlineData("null")]
    [InlineData("")]
    public async Task Seed_UnreadableFile_StopsTheStartAndNamesTheFile(string content)
    {
        await File.WriteAllTextAsync(Path.Combine(_city.Path, SeedProgrammes.FileName), content, TestContext.Current.CancellationToken);

        var error = await Assert.ThrowsAsync<InvalidOperationException>(() => PointsApp.OpenAsync(_store, _city));

        Assert.Contains(SeedProgrammes.FileName, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seed_NegativeBudget_StopsTheStart()
    {
        _city.Write(CityFolder.Programme("a", ExpiryRule.FiscalYearEnd, -1, 2026));

        await Assert.ThrowsAsync<InvalidOperationException>(() => PointsApp.OpenAsync(_store, _city));
    }

    [Theory]
    [InlineData(TourismMode.Demo, 1)]
    [InlineData(TourismMode.Training, 1)]
    [InlineData(TourismMode.Production, 0)]
    public async Task DemoMembers_ExistOnlyWhereTheSandboxDoes(TourismMode mode, int members)
    {
        _city.Write(Hanako);
        await using var app = await PointsApp.OpenAsync(_store, _city, mode);

        Assert.Equal(members, await app.ReadAsync(db => db.Members.CountAsync()));
    }

    [Fact]
    public async Task Seed_OfTheShippedCity_GivesAProgrammeInFiveLanguagesAndTheDemoCard()
    {
        var shipped = Path.Combine(RepositoryRoot(), "src", "Pos", "Cities", "mine-city");
        foreach (var name in new[] { SeedProgrammes.FileName, SeedDemoMembers.FileName })
            File.Copy(Path.Combine(shipped, name), Path.Combine(_city.Path, name));
        await using var app = await PointsApp.OpenAsync(_store, _city);

        var programme = await app.ProgrammeAsync("health-volunteer");
        var member = await app.Get<FindMembers>().ByCardAsync(Hanako.Card, CancellationToken.None);

        Assert.Equal(Language.All.Count, Language.All.Select(programme.Name.In).Distinct().Count());
        Assert.True((await app.GrantAsync(member.Value, 500, programme.Code)).Ok);
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tourism.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
