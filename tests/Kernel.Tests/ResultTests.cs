namespace Tourism.Kernel.Tests;

public sealed class ResultTests
{
    private static readonly Failure No = new("no", FailureKind.Refused, "いいえ", "No");

    [Fact]
    public void Value_OfASuccess_IsThere()
    {
        Result<int> result = 7;
        Assert.True(result.Ok);
        Assert.Equal((7, null), (result.Value, result.Failure));
    }

    [Fact]
    public void Value_OfAFailure_ThrowsAndNamesIt()
    {
        Result<int> result = No;
        Assert.False(result.Ok);
        Assert.Equal(No, result.Failure);
        Assert.Contains("no", Assert.Throws<InvalidOperationException>(() => result.Value).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Map_OfASuccess_AppliesTheFunction() => Assert.Equal("7", ((Result<int>)7).Map(value => $"{value}").Value);

    [Fact]
    public void Map_OfAFailure_PassesItOnUntouched()
    {
        var called = false;
        var mapped = ((Result<int>)No).Map(value => called = value > 0);
        Assert.Equal((No, false), (mapped.Failure, called));
    }
}
