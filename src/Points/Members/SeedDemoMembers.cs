using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Contracts;
using Tourism.Points.Ledger;
using Tourism.Points.Persistence;
using Tourism.Points.Programmes;

namespace Tourism.Points.Members;

/// <summary>People for showing and teaching. Their cards are known to everyone, so they never exist in Production.</summary>
internal sealed class SeedDemoMembers(Writer<PointsDbContext> writer, IOptions<TourismOptions> options, TimeProvider clock) : ISeed
{
    public const string FileName = "members.demo.json";

    public async Task SeedAsync(CancellationToken ct)
    {
        if (!options.Value.HasSandbox || await CityFile.ReadAsync<DemoMembersFile>(options.Value, FileName, ct) is not { } file)
            return;
        foreach (var data in file.Members)
            _ = (await writer.RunAsync<bool>(async db => await AddAsync(db, data, ct), ct)).Value;
    }

    private async Task<bool> AddAsync(PointsDbContext db, DemoMemberData data, CancellationToken ct)
    {
        if (await db.Members.AnyAsync(row => row.Id == data.Id, ct))
            return false;
        var card = CardToken.Read(data.Card) ?? throw new InvalidOperationException($"Member '{data.Name}' in {FileName}: '{data.Card}' is no card token.");
        db.Members.Add(Member.Of(data.Id, data.Name, card, RequestHash.Of(new MemberRequest(data.Name)), clock.UtcMicros()));
        db.Wallets.Add(Wallet.Of(data.Id));
        return true;
    }
}

/// <summary>The city's file <c>members.demo.json</c>.</summary>
/// <param name="Illustrative">True: nobody in it exists.</param>
/// <param name="Source">Where the people come from.</param>
/// <param name="Members">The people.</param>
internal sealed record DemoMembersFile(bool Illustrative, string Source, IReadOnlyList<DemoMemberData> Members);

internal sealed record DemoMemberData(Guid Id, string Name, string Card);
