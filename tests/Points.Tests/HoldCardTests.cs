using Tourism.Kernel;
using Tourism.Points.Tests.Support;
using Xunit;

namespace Tourism.Points.Tests;

public sealed class HoldCardTests() : PointsTest(new SqliteStore())
{
    [Theory]
    [InlineData("{0}")]
    [InlineData("  {0}\r")]
    [InlineData("HTTPS://PAY.CITY.EXAMPLE/P/{0}")]
    [InlineData("https://pay.city.example/p/{0}")]
    public async Task Hold_ByTokenOrAddressInAnyCase_FindsTheCard(string format)
    {
        var member = await App.RegisterAsync();
        await App.GrantAsync(member, 10);
        var request = Samples.Hold(string.Format(null, format, member.Card), 1);
        var id = Guid.CreateVersion7();

        var upper = await App.HoldAsync(id, request);
        var lower = await App.HoldAsync(id, request with { Card = member.Card.ToLowerInvariant() });

        Assert.True(upper.Value.First);
        Assert.False(lower.Value.First);
    }

    [Theory]
    [InlineData("")]
    [InlineData("4900000000000")]
    [InlineData("https://pay.city.example/P/")]
    [InlineData("9L4KSH9D8H2KQJPD8D0L4H1D6W")]
    [InlineData("9L4KSH9D8H2KQJPD8D0L4H1D6\0")]
    public async Task Hold_OnWhatIsNoCard_IsInvalid(string scan)
    {
        var hold = await App.HoldAsync(Guid.CreateVersion7(), Samples.Hold(scan, 1));

        Assert.Equal(("card-unreadable", FailureKind.Invalid, "card"), (hold.Failure!.Code, hold.Failure.Kind, hold.Failure.Field));
    }

    [Fact]
    public async Task Hold_OnUnknownCard_IsNotFoundAndNotRemembered()
    {
        var id = Guid.CreateVersion7();

        var hold = await App.HoldAsync(id, Samples.Hold("9L4KSH9D8H2KQJPD8D0L4H1D64", 1));

        Assert.Equal(("card-unknown", FailureKind.NotFound), (hold.Failure!.Code, hold.Failure.Kind));
        Assert.Equal(0, await App.ReadAsync(db => Task.FromResult(db.Operations.Count())));
    }
}
