using Microsoft.Extensions.DependencyInjection;
using Tourism.Pos.Ui.Api;
using Tourism.Pos.Ui.Device;
using Tourism.Pos.Ui.Outbox;
using Tourism.Pos.Ui.Session;
using Tourism.Pos.Ui.Words;

namespace Tourism.Pos.Ui;

/// <summary>Registers what every screen of the staff app stands on.</summary>
public static class StaffUi
{
    /// <summary>A till without an answer for this long tells its user instead of waiting on.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    /// <summary>Adds language, session and API client for the server at <paramref name="origin"/>.</summary>
    public static IServiceCollection AddStaffUi(this IServiceCollection services, Uri origin)
    {
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton<IDevice, BrowserDevice>();
        services.AddSingleton<IDeviceStore, BrowserStore>();
        services.AddSingleton<IPins, BrowserPins>();
        services.AddSingleton<IForgetful>(all => all.GetRequiredService<IDeviceStore>());
        services.AddSingleton<IForgetful>(all => all.GetRequiredService<IPins>());
        services.AddSingleton<OwnDevice>();
        services.AddSingleton<HandOver>();
        services.AddSingleton<PinDoor>();
        services.AddSingleton<FactOutbox>();
        services.AddSingleton<Wording>();
        services.AddSingleton<ApiClient>();
        services.AddSingleton<StaffSession>();
        services.AddSingleton(_ => new HttpClient { BaseAddress = origin, Timeout = Patience });
        return services;
    }
}
