namespace Tourism.Pos.Access.Devices;

internal static class DeviceServices
{
    public static IServiceCollection AddDevices(this IServiceCollection services) => services
        .AddSingleton<DeviceCookie>().AddSingleton<DeviceBoard>().AddSingleton<FindDevices>().AddSingleton<KeepDevice>().AddSingleton<EnrolDevice>()
        .AddSingleton<EndDevice>().AddSingleton<CheckHandOver>().AddSingleton<ContactDevice>().AddSingleton<SignInByPin>().AddSingleton<KeepPin>().AddSingleton<DemoDevices>();
}
