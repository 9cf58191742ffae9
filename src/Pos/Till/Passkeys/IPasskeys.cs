namespace Tourism.Pos.Till.Passkeys;

/// <summary>The browser's passkeys.</summary>
internal interface IPasskeys
{
    /// <summary>False in a browser that is too old, or on an address without https.</summary>
    ValueTask<bool> WorkAsync();

    /// <summary>Makes one; <c>null</c> when the person gave up or this device cannot.</summary>
    ValueTask<string?> MakeAsync(string options);

    /// <summary>Shows one; <c>null</c> when the person gave up or there is none.</summary>
    ValueTask<string?> UseAsync(string options);
}
