namespace Tourism.Pos.Ui.Device;

/// <summary>
/// The device's own database: it outlives a reload, a flat battery and days without network. What several tabs write at once stays whole,
/// because a write names what it has seen.
/// </summary>
public interface IDeviceStore : IForgetful
{
    /// <summary>Text kept under <paramref name="key"/>; <c>null</c> for none.</summary>
    ValueTask<string?> FindAsync(string key);

    /// <summary>Keeps <paramref name="text"/>; returned means on disk.</summary>
    ValueTask KeepAsync(string key, string text);

    /// <summary>
    /// In one transaction and only while <paramref name="key"/> still holds <paramref name="seen"/>: keeps <paramref name="text"/>, adds one fact and
    /// drops another.
    /// </summary>
    /// <returns>False when somebody else has written since; then nothing is changed.</returns>
    ValueTask<bool> MoveAsync(string key, string? seen, string text, KeptFact? add = null, Guid? drop = null);

    /// <summary>Facts the server has not had its last word on, oldest first.</summary>
    ValueTask<IReadOnlyList<KeptFact>> WaitingAsync();

    /// <summary>The last facts of a till, sent or not, newest first.</summary>
    ValueTask<IReadOnlyList<KeptFact>> RecentAsync(string till, int most);

    /// <summary>Writes what became of a fact.</summary>
    ValueTask SettleAsync(KeptFact fact);

    /// <summary>The device's P-256 public key as SubjectPublicKeyInfo, made when first asked for; <c>null</c> where the browser has no cryptography.</summary>
    ValueTask<byte[]?> PublicKeyAsync();

    /// <summary>The public key that comes next, made when first asked for; <c>null</c> where the browser has no cryptography. The one before signs still.</summary>
    ValueTask<byte[]?> NextKeyAsync();

    /// <summary>
    /// In one transaction and only while <paramref name="key"/> still holds <paramref name="seen"/>: keeps <paramref name="text"/>, and the next key signs
    /// from now on.
    /// </summary>
    /// <returns>False when somebody else has written since; then nothing is changed.</returns>
    ValueTask<bool> MoveToNextKeyAsync(string key, string? seen, string text);

    /// <summary>ECDSA over SHA-256 of <paramref name="bytes"/> in IEEE P1363 form; <c>null</c> without a key.</summary>
    ValueTask<byte[]?> SignAsync(byte[] bytes);

    /// <summary>Asks the browser never to clear this away by itself.</summary>
    ValueTask PersistAsync();

    /// <summary>Takes a lock that all tabs share; false when another tab has it.</summary>
    ValueTask<bool> TakeAsync(string name);

    /// <summary>Gives the lock back.</summary>
    ValueTask ReleaseAsync(string name);

    /// <summary>Text that versions before this database kept; it is gone once <see cref="ForgetEarlierAsync"/> was called.</summary>
    ValueTask<string?> EarlierAsync(string key);

    /// <summary>Drops what <see cref="EarlierAsync"/> finds.</summary>
    ValueTask ForgetEarlierAsync(string key);
}
