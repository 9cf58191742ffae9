using Tourism.Pos.Tests.Payments.Failures;

namespace Tourism.Pos.Tests.Payments.Simulation;

/// <summary>One party at the counter and what has truly happened to its money. It knows nothing of our books: it is what they must agree with.</summary>
/// <param name="Scene">Its order.</param>
/// <param name="Reader">Where it stands when it pays by card.</param>
internal sealed record Party(Scene Scene, string Reader)
{
    /// <summary>Taken from it by its bank or wallet, in yen.</summary>
    public long Charged { get; set; }

    /// <summary>What the till said it would give back, in yen.</summary>
    public long Promised { get; set; }

    /// <summary>It paid with a wallet that has still to answer.</summary>
    public bool Waits { get; set; }

    /// <summary>Things that happen before nobody cares for it any more.</summary>
    public int StepsLeft { get; set; }

    public Task StartAsync() => Scene.IsPage
        ? Scene.StartAsync()
        : Scene.Host.StartByCardAsync(Scene.Payment, Reader, Scene.Order.Sale);
}
