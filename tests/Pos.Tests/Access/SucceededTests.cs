using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Tourism.Pos.Access.Accounts;

namespace Tourism.Pos.Tests.Access;

/// <summary>Of two that take one name at once, the second looks again instead of failing.</summary>
public sealed class SucceededTests
{
    private static readonly IdentityErrorDescriber Says = new();

    public static TheoryData<string, Type> Refusals => new()
    {
        { nameof(IdentityErrorDescriber.ConcurrencyFailure), typeof(DbUpdateConcurrencyException) },
        { nameof(IdentityErrorDescriber.DuplicateUserName), typeof(DbUpdateConcurrencyException) },
        { nameof(IdentityErrorDescriber.LoginAlreadyAssociated), typeof(DbUpdateConcurrencyException) },
        { nameof(IdentityErrorDescriber.InvalidUserName), typeof(InvalidOperationException) },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public void Check_RacesAndBugs_AreTold(string code, Type error) =>
        Assert.Throws(error, () => IdentityResult.Failed(Says.DefaultError(), new IdentityError { Code = code }).Check());

    [Fact]
    public void Check_Success_IsSilent() => IdentityResult.Success.Check();
}
