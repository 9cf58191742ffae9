using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Points.Contracts;
using Tourism.Points.Http;
using Tourism.Points.Ledger;
using Tourism.Points.Persistence;

namespace Tourism.Points.Programmes;

internal sealed class GrantPoints(Operations operations)
{
    private const int MaxEvidence = 200;

    public async Task<Result<Written<GrantView>>> HandleAsync(Guid id, GrantRequest request, CancellationToken ct) =>
        Check(id, request) is { } wrong
            ? wrong
            : await operations.RunAsync(
                new OperationName(id, OperationKind.Grant, RequestHash.Of(request)),
                (db, operation) => GrantAsync(db, operation, request, ct),
                async db => View(await db.Lots.AsNoTracking().SingleAsync(lot => lot.Id == id, ct)),
                ct);

    private static Failure? Check(Guid id, GrantRequest request) =>
        Fields.Id(id, "id") ?? Fields.Code(request.Programme, "programme") ?? Fields.Id(request.Member, "member")
        ?? Fields.Points(request.Points, "points") ?? Fields.Text(request.Evidence, "evidence", MaxEvidence);

    private static async Task<Result<GrantView>> GrantAsync(PointsDbContext db, Operation operation, GrantRequest request, CancellationToken ct)
    {
        if (await db.ProgrammeAsync(request.Programme, ct) is not { } programme)
            return new UnknownProgramme(request.Programme);
        if (!await db.Wallets.AnyAsync(row => row.Member == request.Member, ct))
            return new UnknownMember(request.Member);

        var wallet = await db.LockWalletAsync(request.Member, ct);
        var lot = PointLot.Of(operation, programme, request.Member, request.Points, request.Evidence);
        if (await TakeFromBudgetAsync(db, lot, ct) is { } refusal)
            return refusal;

        wallet.Receive(lot.Granted);
        db.Lots.Add(lot);
        var posting = new Posting(Account.Budget(lot.Programme, lot.FiscalYear), Account.Wallet(lot.Member), lot.Granted);
        db.Entries.Add(Entry.Of(operation, posting, lot.ValidFrom, lot.Evidence));
        return View(lot);
    }

    /// <summary>All grants of a programme meet at this row: the guard in the update lets them queue instead of failing and starting over.</summary>
    private static async Task<Failure?> TakeFromBudgetAsync(PointsDbContext db, PointLot lot, CancellationToken ct)
    {
        var line = db.BudgetLines.Where(row => row.Programme == lot.Programme && row.FiscalYear == lot.FiscalYear);
        var taken = await line.Where(row => row.Issued <= row.Appropriation - lot.Granted).ExecuteUpdateAsync(
            set => set.SetProperty(row => row.Issued, row => row.Issued + lot.Granted).SetProperty(row => row.Version, row => row.Version + 1), ct);
        if (taken == 1)
            return null;
        return await line.AsNoTracking().SingleOrDefaultAsync(ct) is { } full
            ? new BudgetExceeded(full.Appropriation - full.Issued)
            : new NoBudgetLine(lot.Programme, lot.FiscalYear);
    }

    private static GrantView View(PointLot lot) => new(lot.Id, lot.Programme, lot.Member, lot.Granted, lot.ExpiresOn, lot.GrantedAt);
}

internal sealed record UnknownProgramme(string Code) : Failure(
    "programme-unknown", FailureKind.NotFound,
    $"ポイント事業「{Code}」は登録されていません。一覧から選んでください。",
    $"There is no programme '{Code}'. Choose one from the list.", "programme");

internal sealed record UnknownMember(Guid Id) : Failure(
    "member-unknown", FailureKind.NotFound,
    $"会員 {Id} は登録されていません。先に会員を登録してください。",
    $"There is no member {Id}. Register the member first.", "member");

internal sealed record BudgetExceeded(PointAmount Left) : Failure(
    "budget-exceeded", FailureKind.Refused,
    $"今年度の予算の残りは{Left}ポイントです。残り以内の数で新しく付与してください。",
    $"This fiscal year's budget has {Left} points left. Make a new grant within it.", "points");

internal sealed record NoBudgetLine(string Programme, int FiscalYear) : Failure(
    "budget-line-missing", FailureKind.Refused,
    $"ポイント事業「{Programme}」には{FiscalYear}年度の予算がありません。予算を登録してから新しく付与してください。",
    $"Programme '{Programme}' has no budget for fiscal year {FiscalYear}. Record the budget, then make a new grant.", "programme");
