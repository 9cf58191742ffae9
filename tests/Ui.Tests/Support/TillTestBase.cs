using Bunit;
using Tourism.Pos.Till.Tills;

namespace Tourism.Ui.Tests.Support;

/// <summary>The till screen with a party of 3,300 yen.</summary>
public abstract class TillTestBase : StaffScreen
{
    private protected IRenderedComponent<TillScreen> Open() => Render<TillScreen>(screen => screen.Add(s => s.Till, Till).Add(s => s.Site, Cave));

    private protected static void RingUp(IRenderedComponent<TillScreen> till)
    {
        Tap(till, "product-adult-plus", times: 2);
        Tap(till, "product-elementary-plus");
        till.WaitForAssertion(() => Assert.Equal("3,300円", Find(till, "total").TextContent));
    }

    private protected static void Sell(IRenderedComponent<TillScreen> till)
    {
        Tap(till, "cash-exact");
        Submit(till);
        Await(till, "done");
    }
}
