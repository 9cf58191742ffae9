using Microsoft.JSInterop;

namespace Tourism.Pos.Ui.Device;

/// <summary>What the screens need of the browser they run in.</summary>
public interface IDevice
{
    /// <summary>Text kept on this device under <paramref name="key"/>, over restarts.</summary>
    ValueTask<string?> ReadAsync(string key);

    /// <summary>Keeps <paramref name="value"/>; returned means stored.</summary>
    ValueTask WriteAsync(string key, string value);

    /// <summary>Drops what is kept under <paramref name="key"/>.</summary>
    ValueTask ForgetAsync(string key);

    /// <summary>Tells screen readers and fonts which language the page is in.</summary>
    ValueTask SpeakAsync(string language);

    /// <summary>A short rising sound for yes, a low double one for no.</summary>
    ValueTask SoundAsync(bool good);

    /// <summary>
    /// Keeps the screen on, and the app unlocked, while somebody waits for something to happen, and lets it sound from now on; call it from a tap.
    /// </summary>
    /// <returns>True when the screen stays on; false where the browser cannot, or once it is no longer wanted.</returns>
    ValueTask<bool> StayAwakeAsync(bool wanted);

    /// <summary>Prints the paper on the page.</summary>
    ValueTask PrintAsync();

    /// <summary>Lets the browser save <paramref name="text"/> as a file.</summary>
    ValueTask SaveAsync(string name, string text);

    /// <summary>Puts the cursor into the element with <paramref name="id"/> and selects what is in it.</summary>
    ValueTask FocusAsync(string id);

    /// <summary>True while something is open on the screen that somebody has begun: a sale, a refund, an invoice.</summary>
    ValueTask<bool> BusyAsync();

    /// <summary>Calls <c>Idle()</c> on <paramref name="screen"/> whenever nobody has touched the device for <paramref name="after"/>.</summary>
    ValueTask WatchIdleAsync<T>(DotNetObjectReference<T> screen, TimeSpan after) where T : class;

    /// <summary>Sends keys typed outside any field to the element with <paramref name="id"/>: hand scanners type wherever the focus is.</summary>
    ValueTask CatchKeysAsync(string id);
}
