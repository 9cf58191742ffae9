using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Payments.Readers;

/// <summary>Puts a card reader to a site, moves it, takes it away.</summary>
internal sealed class KeepReader(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    public async Task<Result<CardReaderView>> PutAsync(string id, CardReaderRequest request, Actor by, CancellationToken ct)
    {
        var label = request.Label?.Trim() ?? "";
        if (label.Length is 0 or > CardReader.MaxLabel)
            return new WrongReaderLabel();
        if ((await catalogue.GetAsync(ct)).Site(request.Site) is null)
            return new UnknownReaderSite(request.Site);
        return await writer.RunAsync<CardReaderView>(async db =>
        {
            var reader = await db.Set<CardReader>().SingleOrDefaultAsync(row => row.Id == id, ct);
            var before = reader is { RetiredAt: null } ? reader.View : null;
            reader ??= db.Add(new CardReader { Id = id, Site = request.Site, Label = label }).Entity;
            (reader.Site, reader.Label, reader.RetiredAt) = (request.Site, label, null);
            if (before != reader.View)
                db.Audit(Deed.CardReaderPlaced, by, id, clock.UtcMicros(), before, reader.View);
            return reader.View;
        }, ct);
    }

    public Task<Result<CardReaderView>> RetireAsync(string id, Actor by, CancellationToken ct) => writer.RunAsync<CardReaderView>(async db =>
    {
        if (await db.Set<CardReader>().SingleOrDefaultAsync(row => row.Id == id, ct) is not { } reader)
            return new NoReader(id);
        if (reader.RetiredAt is null)
        {
            reader.RetiredAt = clock.UtcMicros();
            db.Audit(Deed.CardReaderRetired, by, id, clock.UtcMicros(), before: reader.View);
        }

        return reader.View with { Site = null };
    }, ct);
}

internal sealed record NoReader(string Reader) : Failure(
    "no-reader", FailureKind.NotFound,
    $"カードリーダー「{Reader}」はこの場所にありません。管理者に登録してもらうか、別のリーダーを選んでください。",
    $"There is no card reader '{Reader}' at this place. Have an administrator add it, or choose another.", "reader");

internal sealed record WrongReaderLabel() : Failure(
    "wrong-label", FailureKind.Invalid,
    $"リーダーの名前は1~{CardReader.MaxLabel}文字にしてください。", $"Give the reader a name of 1 to {CardReader.MaxLabel} characters.", "label");

internal sealed record UnknownReaderSite(string? Site) : Failure(
    "unknown-site", FailureKind.Invalid, $"施設「{Site}」はありません。", $"There is no site '{Site}'.", "site");
