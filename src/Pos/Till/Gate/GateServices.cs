using Tourism.Pos.Ui.Device;
using Tourism.Pos.Ui.Outbox;

namespace Tourism.Pos.Till.Gate;

internal static class GateServices
{
    public static IServiceCollection AddGate(this IServiceCollection services) => services
        .AddSingleton<BrowserGate>()
        .AddSingleton<IGateStore>(all => all.GetRequiredService<BrowserGate>())
        .AddSingleton<ISignatures>(all => all.GetRequiredService<BrowserGate>())
        .AddSingleton<IForgetful>(all => all.GetRequiredService<IGateStore>())
        .AddSingleton<IReaders, BrowserReaders>()
        .AddSingleton<GateBook>()
        .AddSingleton<LoneGate>()
        .AddSingleton<GateReports>()
        .AddSingleton<IHandsOver, GateHandOver>()
        .AddSingleton<GateNews>()
        .AddSingleton<GateKeeper>();
}
