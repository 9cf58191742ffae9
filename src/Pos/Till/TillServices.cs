using Tourism.Pos.Till.Arrivals;
using Tourism.Pos.Till.Books;
using Tourism.Pos.Till.Gate;
using Tourism.Pos.Till.Home;
using Tourism.Pos.Till.Invoices;
using Tourism.Pos.Till.Papers;
using Tourism.Pos.Till.Passkeys;
using Tourism.Pos.Till.Payments;
using Tourism.Pos.Till.Recent;
using Tourism.Pos.Till.Refunds;
using Tourism.Pos.Till.Sales;

namespace Tourism.Pos.Till;

internal static class TillServices
{
    public static IServiceCollection AddTill(this IServiceCollection services) => services
        .AddSingleton<SeriesKeeper>()
        .AddSingleton<TillBook>()
        .AddSingleton<TicketMaker>()
        .AddSingleton<Prices>()
        .AddSingleton<CardReaders>()
        .AddTransient<PaymentWatch>()
        .AddTransient<ArrivalWatch>()
        .AddTransient<SaleFlow>()
        .AddSingleton<RecentSales>()
        .AddTransient<RefundFlow>()
        .AddTransient<InvoiceFlow>()
        .AddSingleton<PaperWidth>()
        .AddSingleton<IPasskeys, BrowserPasskeys>()
        .AddTransient<PasskeyFlow>()
        .AddGate();
}
