using Microsoft.EntityFrameworkCore;
using Tourism.Kernel;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Persistence;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Persistence;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Catalogue.Dated;

/// <summary>Tax rates by date. One that has begun stays; one that lies ahead can be withdrawn.</summary>
internal sealed class KeepTaxRate(Writer<PosDbContext> writer, CatalogueStore catalogue, TimeProvider clock)
{
    private DateOnly Today => BusinessDate.Of(clock.UtcMicros());

    public async Task<IReadOnlyList<TaxRateView>> ListAsync(CancellationToken ct)
    {
        var rates = (await catalogue.GetAsync(ct)).Rates;
        return [.. rates.OrderBy(rate => rate.Class, StringComparer.Ordinal).ThenByDescending(rate => rate.From).Select(View)];
    }

    public async Task<Result<Written<TaxRateView>>> SetAsync(string name, DateOnly from, TaxRateRequest request, Actor by, CancellationToken ct)
    {
        if (!CheckNames.IsCode(name) || request.Percent is < 0 or > 100)
            return new WrongTaxRate(CheckNames.IsCode(name) ? "percent" : "class");
        var set = await writer.RunAsync<Written<TaxRateView>>(async db =>
        {
            var known = await db.Set<TaxRate>().SingleOrDefaultAsync(row => row.Class == name && row.From == from, ct);
            if (known is not null)
                return known.Percent == request.Percent ? new Written<TaxRateView>(View(known), First: false) : new TaxRateStands(from, known.Percent);
            if (from < Today || from > CatalogueDays.Latest)
                return new WrongPriceDay("from", Today);
            var rate = db.Add(new TaxRate { Class = name, From = from, Percent = request.Percent }).Entity;
            db.Audit(Deed.TaxRateKept, by, name, clock.UtcMicros(), before: null, View(rate));
            return new Written<TaxRateView>(View(rate), First: true);
        }, ct);
        catalogue.Forget();
        return set;
    }

    /// <returns>Why not, or <c>null</c>.</returns>
    public async Task<Failure?> WithdrawAsync(string name, DateOnly from, Actor by, CancellationToken ct)
    {
        var withdrawn = await writer.RunAsync<bool>(async db =>
        {
            if (await db.Set<TaxRate>().SingleOrDefaultAsync(row => row.Class == name && row.From == from, ct) is not { } known)
                return false;
            if (from <= Today)
                return new PriceHasBegun(from);
            if (!await db.Set<TaxRate>().AnyAsync(row => row.Class == name && row.From != from, ct)
                && await db.Set<Product>().AnyAsync(row => row.TaxClass == name || row.EatInTaxClass == name, ct))
                return new TaxClassInUse(name);
            db.Remove(known);
            db.Audit(Deed.TaxRateWithdrawn, by, name, clock.UtcMicros(), View(known), after: null);
            return true;
        }, ct);
        catalogue.Forget();
        return withdrawn.Failure;
    }

    private TaxRateView View(TaxRate rate) => new(rate.Class, rate.From, rate.Percent, rate.From <= Today);
}

internal sealed record WrongTaxRate(string At) : Failure(
    "wrong-tax-rate", FailureKind.Invalid,
    "税区分は半角小文字・数字・-、税率は 0～100 % の整数にしてください。", "Use small letters, digits and hyphens for the class, and 0 to 100 per cent for the rate.", At);

internal sealed record TaxRateStands(DateOnly From, int Percent) : Failure(
    "tax-rate-stands", FailureKind.Conflict,
    $"{From:yyyy-MM-dd} からの税率 {Percent} % がすでにあります。始まる前なら、取り消してから入れ直してください。",
    $"There is a rate of {Percent}% from {From:yyyy-MM-dd} already. Withdraw it first, unless it has begun.", "percent");

internal sealed record TaxClassInUse(string Name) : Failure(
    "tax-class-in-use", FailureKind.Refused,
    $"税区分「{Name}」を使う商品があるため、最後の税率は取り消せません。", $"Products use the tax class '{Name}', so its only rate stays.");
