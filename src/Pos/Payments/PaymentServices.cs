using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Jobs;
using Tourism.Pos.Payments.Cases;
using Tourism.Pos.Payments.Counting;
using Tourism.Pos.Payments.Payouts;
using Tourism.Pos.Payments.Readers;
using Tourism.Pos.Payments.Webhooks;

namespace Tourism.Pos.Payments;

internal static class PaymentServices
{
    /// <summary>Adds payments by QR and by card reader, their webhooks and the rounds that resume what was interrupted.</summary>
    public static IServiceCollection AddPayments(this IServiceCollection services)
    {
        services.AddOptions<StripeOptions>().BindConfiguration("Tourism:Stripe").ValidateOnStart();
        services.AddSingleton<IValidateOptions<StripeOptions>, StripeOptionsValidator>();
        // Without the client's own log lines: they would hold session ids, and whoever has one can open the payment page.
        services.AddHttpClient(StripeGateway.HttpName, client => client.Timeout = StripeGateway.PerTry).RemoveAllLoggers();
        services.AddSingleton<ConfiguredStripe>().AddSingleton<StripeGateway>();
        services.AddSingleton<IPaidSale, PaidSale>();
        services.AddSingleton<WayToPay, CheckoutWay>().AddSingleton<WayToPay, ReaderWay>();
        services.AddSingleton<FindCases>().AddSingleton<AskProvider>().AddSingleton<DecideCase>().AddSingleton<LookAgain>();
        services.AddSingleton<ReadProvider>().AddSingleton<KeepDifferences>().AddSingleton<FindDifferences>()
            .AddSingleton<CountPayments>().AddSingleton<CountRefunds>().AddSingleton<IJob, CompareMoney>();
        services.AddSingleton<ReadPayout>().AddSingleton<FindPayouts>().AddSingleton<IJob, ReconcilePayouts>();
        services.AddSingleton<FindReaders>().AddSingleton<KeepReader>().AddSingleton<AskForCard>();
        services.AddSingleton<StartPayment>().AddSingleton<FindPayment>().AddSingleton<WatchPayment>().AddSingleton<CancelPayment>().AddSingleton<DrawPaymentCode>()
            .AddSingleton<PaymentPlace>();
        services.AddSingleton<AdvancePayment>().AddSingleton<ApplyAnswer>().AddSingleton<ReceiveStripeEvent>();
        services.AddSingleton<AskAboutEvent>();
        services.AddRound<SweepPayments>().AddRound<ProcessStripeEvents>();
        return services;
    }
}
