using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Databases;

namespace Tourism.Database.Tests.Modules;

/// <summary>The trail of who did what: written with the deed or not at all, in one chain, and never changed unnoticed.</summary>
public abstract class AuditContract(DatabaseFixture database) : ModuleSuite(database)
{
    private static readonly Actor Hana = new("hana", "akiyoshido", "akiyoshido-1");

    [DatabaseFact]
    public async Task Deeds_FromManyAtOnceAndOverDays_StandInOneChain()
    {
        var told = await AtOnceAsync(20, number => TellAsync(Deed.Refunded, $"A-{number}"));
        Clock.Advance(TimeSpan.FromDays(1));
        await TellAsync(Deed.Exported, "next day");
        Assert.All(told, result => Assert.True(result.Ok));

        var check = await CheckAsync();
        Assert.True(check.Whole);
        Assert.Equal(check.Days.Select(day => day.Day).Order().Distinct(), check.Days.Select(day => day.Day));
        var rows = await RowsAsync();
        Assert.Equal(20, rows.Count(row => row.Deed == Deed.Refunded && row.Person == "hana" && row.Till == "akiyoshido-1"));
        Assert.All(rows.Zip(rows.Skip(1)), pair => Assert.Equal(pair.First.Hash, pair.Second.Previous));
        Assert.Equal((1, rows[^1].Hash), (check.Days[^1].Entries, check.Days[^1].Closes));
        Assert.True((await Get<CheckAudit>().HandleAsync(check.Days[^1].Day, Token)).Whole);
        Assert.True((await Get<CheckAudit>().HandleAsync(check.Days[^1].Day.AddDays(9), Token)).Whole);
    }

    [DatabaseFact]
    public async Task Deed_OfAWriteThatFails_IsNotThere()
    {
        await TellAsync(Deed.SiteClosed, "before");
        var refused = await Get<Writer<PosDbContext>>().RunAsync<bool>(db =>
        {
            db.Audit(Deed.SiteClosed, Hana, "never", Clock.UtcMicros());
            return Task.FromResult<Result<bool>>(new OtherPlace("akiyoshido"));
        }, Token);
        await TellAsync(Deed.SiteClosed, "after");

        Assert.False(refused.Ok);
        Assert.DoesNotContain(await RowsAsync(), row => row.Subject == "never");
        Assert.True((await CheckAsync()).Whole);
    }

    [DatabaseFact]
    public async Task Search_ByPersonDeedSubjectAndDay_GoesBackwards()
    {
        var name = $"p{Guid.CreateVersion7():n}"[..20];
        var by = new Actor(name);
        for (var number = 1; number <= 5; number++)
            await TellAsync(number == 3 ? Deed.KeyRevoked : Deed.Invited, $"person {number}", by, new { number }, new { number = number + 1 });

        var first = await FindAsync(new AuditQuestion(Person: name, Take: 2));
        var rest = await FindAsync(new AuditQuestion(Person: name, Take: 9, Before: first.Next));
        Assert.Equal(["person 5", "person 4"], first.Items.Select(item => item.Subject));
        Assert.Equal(["person 3", "person 2", "person 1"], rest.Items.Select(item => item.Subject));
        Assert.Null(rest.Next);
        Assert.Equal((3, 4), (rest.Items[0].Before!.Value.GetProperty("number").GetInt32(), rest.Items[0].After!.Value.GetProperty("number").GetInt32()));
        Assert.Single((await FindAsync(new AuditQuestion(Person: name, Deed: Deed.KeyRevoked))).Items);
        Assert.Single((await FindAsync(new AuditQuestion(Person: name, Subject: "son 4"))).Items);
        var today = first.Items[0].Day;
        Assert.Equal(5, (await FindAsync(new AuditQuestion(From: today, To: today, Person: name))).Items.Count);
        Assert.Empty((await FindAsync(new AuditQuestion(To: today.AddDays(-1), Person: name))).Items);
        Assert.Equal("wrong-days", (await Get<SearchAudit>().HandleAsync(new AuditQuestion(From: today, To: today.AddDays(-1)), Token)).Failure?.Code);
        Assert.Equal("wrong-take", (await Get<SearchAudit>().HandleAsync(new AuditQuestion(Take: 201), Token)).Failure?.Code);
    }

    [DatabaseFact]
    public async Task Entries_AreRefusedAnyChangeByTheDatabaseItself()
    {
        await TellAsync(Deed.Exported, "stays");
        foreach (var sql in new[]
        {
            "UPDATE pos_audit SET \"Person\" = 'somebody'", "UPDATE pos_audit SET \"Details\" = '{{}}'", "UPDATE pos_audit SET \"Day\" = \"Day\", \"Hash\" = \"Previous\"",
            "DELETE FROM pos_audit",
        })
            await Assert.ThrowsAnyAsync<DbException>(() => SqlAsync(sql));

        Assert.True((await CheckAsync()).Whole);
    }

    /// <summary>Somebody who is forgotten takes the words along; the chain stays.</summary>
    [DatabaseFact]
    public async Task Details_MayBeErased_AndTheChainIsWhole()
    {
        await TellAsync(Deed.AccountKept, "erased", after: new { name = "花" });
        await SqlAsync("UPDATE pos_audit SET \"Details\" = NULL, \"Salt\" = NULL WHERE \"Subject\" = 'erased'");

        Assert.True((await CheckAsync()).Whole);
        Assert.Null((await FindAsync(new AuditQuestion(Subject: "erased"))).Items.Single().After);
    }

    [Fact]
    public void Chain_WithAnythingChangedDroppedSwappedOrCutOff_IsBroken()
    {
        var head = new AuditHead();
        var pending = Enumerable.Range(1, 6).Select(number => new PendingDeed(Deed.Refunded, Hana, $"A-{number}", Clock.UtcMicros().AddHours(number), "{}")).ToList();
        var entries = pending.ConvertAll(head.Append);
        Assert.True(Walk(head, entries));
        Assert.False(Walk(head, [.. entries.Skip(1)]));
        Assert.False(Walk(head, [.. entries.SkipLast(1)]));
        Assert.False(Walk(head, [.. entries.Where(entry => entry.Number != 3)]));
        Assert.False(Walk(head, [entries[1], entries[0], .. entries.Skip(2)]));
        Assert.False(Walk(head, [.. entries.Take(5), Forged(entries[5])]));
        Assert.False(Walk(new AuditHead(), entries));
        Assert.True(Walk(new AuditHead(), []));
    }

    /// <summary>The same entry, said to be somebody else's.</summary>
    private static AuditEntry Forged(AuditEntry entry) => new()
    {
        Day = entry.Day, Number = entry.Number, At = entry.At, Deed = entry.Deed, Person = "taro", Site = entry.Site, Till = entry.Till, Subject = entry.Subject,
        Details = entry.Details, Salt = entry.Salt, Commitment = entry.Commitment, Previous = entry.Previous, Hash = entry.Hash,
    };

    private static bool Walk(AuditHead head, List<AuditEntry> entries)
    {
        var walk = new AuditWalk(before: null, head);
        entries.ForEach(walk.Visit);
        return walk.Close().Whole;
    }

    private Task<Result<bool>> TellAsync(Deed deed, string subject, Actor? by = null, object? before = null, object? after = null) =>
        Get<Writer<PosDbContext>>().RunAsync<bool>(db =>
        {
            db.Audit(deed, by ?? Hana, subject, Clock.UtcMicros(), before, after);
            return Task.FromResult<Result<bool>>(true);
        }, Token);

    private Task<AuditCheck> CheckAsync() => Get<CheckAudit>().HandleAsync(from: null, Token);

    private async Task<AuditPage> FindAsync(AuditQuestion ask) => (await Get<SearchAudit>().HandleAsync(ask, Token)).Value;

    private Task<List<AuditEntry>> RowsAsync() =>
        ReadAsync<PosDbContext, List<AuditEntry>>(db => db.Set<AuditEntry>().AsNoTracking().OrderBy(row => row.Seq).ToListAsync(Token));

    private Task<int> SqlAsync(string sql) => ReadAsync<PosDbContext, int>(db => db.Database.ExecuteSqlRawAsync(sql, Token));
}

public sealed class AuditOnSqlite(SqliteFixture database) : AuditContract(database), IClassFixture<SqliteFixture>;

public sealed class AuditOnPostgreSql(PostgreSqlFixture database) : AuditContract(database), IClassFixture<PostgreSqlFixture>;

public sealed class AuditOnSqlServer(SqlServerFixture database) : AuditContract(database), IClassFixture<SqlServerFixture>;
