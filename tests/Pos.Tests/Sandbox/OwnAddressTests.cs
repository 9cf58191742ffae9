using Tourism.Pos.Sandbox;

namespace Tourism.Pos.Tests.Sandbox;

public sealed class OwnAddressTests
{
    [Theory]
    [InlineData("http://localhost:5000", "http://localhost:5000")]
    [InlineData("https://*:443;http://+:8080", "http://localhost:8080")]
    [InlineData("http://192.168.1.5:80;http://127.0.0.1:5001", "http://127.0.0.1:5001")]
    [InlineData("http://[::]:8080", "http://localhost:8080")]
    [InlineData("http://0.0.0.0:8080", "http://localhost:8080")]
    [InlineData("https://pos.city.example:443", "https://pos.city.example:443")]
    [InlineData("https://[::]:5001", "https://localhost:5001")]
    [InlineData("http://192.168.1.5:80", "http://192.168.1.5:80")]
    public void Best_OfWhatTheHostListensOn_IsReachableFromHere(string listening, string expected) =>
        Assert.Equal(expected, OwnAddress.Best(listening.Split(';')));

    [Fact]
    public void Best_ListensNowhere_IsNull() => Assert.Null(OwnAddress.Best([]));
}
