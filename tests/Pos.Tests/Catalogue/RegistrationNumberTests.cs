using Tourism.Pos.Shared.Catalogue;
using Xunit;

namespace Tourism.Pos.Tests.Catalogue;

public sealed class RegistrationNumberTests
{
    [Theory]
    [InlineData("T7123456789012", RegistrationNumberCheck.Good)]
    [InlineData("T4011001098993", RegistrationNumberCheck.Good)]
    [InlineData("T7010705000725", RegistrationNumberCheck.Good)]
    [InlineData("T7120001168421", RegistrationNumberCheck.Good)]
    [InlineData("T4800020001100", RegistrationNumberCheck.Good)]
    [InlineData("T1234567890123", RegistrationNumberCheck.WrongCheckDigit)]
    [InlineData("T9876543210987", RegistrationNumberCheck.WrongCheckDigit)]
    [InlineData("7123456789012", RegistrationNumberCheck.WrongForm)]
    [InlineData("t7123456789012", RegistrationNumberCheck.WrongForm)]
    [InlineData("T712345678901", RegistrationNumberCheck.WrongForm)]
    [InlineData("T71234567890123", RegistrationNumberCheck.WrongForm)]
    [InlineData("T712345678901２", RegistrationNumberCheck.WrongForm)]
    [InlineData("", RegistrationNumberCheck.WrongForm)]
    public void Check_Number_SaysWhatIsKnown(string number, RegistrationNumberCheck expected) =>
        Assert.Equal(expected, RegistrationNumber.Check(number));
}
