using Tourism.Testing;
using Tourism.Testing.Databases;
using Tourism.Testing.Hosts;

namespace Tourism.Browser.Tests;

/// <summary>Base of the days that people live in the browser: a host of its own, with a database of its own.</summary>
public abstract class BrowserSuite(DatabaseFixture database, Browser browser) : DatabaseSuite(database)
{
    /// <summary>The app installs itself on these devices, which takes a second each: days that need it without network, and the one in which nothing is left out.</summary>
    private protected virtual bool Installs => false;

    private protected async Task<HostProcess> StartAsync(Func<HostSettings, HostSettings>? with = null)
    {
        Needs.Host();
        Needs.Program("zbarimg", "zbar-tools");
        await JapaneseDay.AwayFromMidnightAsync();
        var settings = new HostSettings(Database.Folder) { Provider = Database.Provider, ConnectionString = Database.ConnectionString };
        return await HostProcess.StartMigratedAsync(with?.Invoke(settings) ?? settings);
    }

    private protected Task<Window> OpenDeskAsync(HostProcess host, string language = "ja-JP") => browser.OpenAsync(host.Url, language, 1280, 800, Installs);

    private protected Task<Window> OpenPhoneAsync(HostProcess host, string language = "ja-JP") => browser.OpenAsync(host.Url, language, 390, 844, Installs);
}
