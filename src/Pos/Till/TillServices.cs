using Tourism.Pos.Till.Gate;
using Tourism.Pos.Till.Payments;
using Tourism.Pos.Till.Sales;
using Tourism.Pos.Till.Tills;

namespace Tourism.Pos.Till;

internal static class TillServices
{
    public static IServiceCollection AddTill(this IServiceCollection services) => services
        .AddSingleton<ReceiptSeries>()
        .AddSingleton<UnsentSales>()
        .AddTransient<LiveQuote>()
        .AddTransient<PaymentWatch>()
        .AddTransient<SaleFlow>()
        .AddGate();
}
