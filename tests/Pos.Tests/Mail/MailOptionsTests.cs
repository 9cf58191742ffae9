using Microsoft.Extensions.Configuration;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Mail;
using Tourism.Testing;

namespace Tourism.Pos.Tests.Mail;

public sealed class MailOptionsTests
{
    private static MailOptions Good => new() { Host = "mail.city.example", From = "Mine City <pos@city.example>", User = "pos", Password = "x" };

    [Fact]
    public void Validate_ProductionThatNamesNoMail_SaysHowToNameItOrToDoWithout() =>
        Assert.Contains("Tourism__Mail__Off=true", Assert.Single(Errors(TourismMode.Production, new())), StringComparison.Ordinal);

    [Theory]
    [InlineData(TourismMode.Demo)]
    [InlineData(TourismMode.Training)]
    public void Validate_NothingSetElsewhere_IsGood(TourismMode mode) => Assert.Empty(Errors(mode, new()));

    [Fact]
    public void Validate_SwitchedOffByName_AsksForNothing() => Assert.Empty(Errors(TourismMode.Production, new() { Off = true, Port = 0 }));

    [Fact]
    public void Validate_EverythingNamed_IsGood() => Assert.Empty(Errors(TourismMode.Production, Good));

    [Fact]
    public void Validate_SeveralMistakes_NamesThemAll()
    {
        var errors = Errors(TourismMode.Production, new() { Host = "mail.city.example", From = "the city", Port = 70_000, Security = MailSecurity.None, User = "pos", PasswordFile = "/nowhere" }).ToList();

        Assert.Equal(["From", "Port", "Security", "PasswordFile"], errors.Select(error => error.Split(':', ' ')[2]));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("[::1]")]
    public void Validate_InClearToThisMachine_IsGood(string host) =>
        Assert.Empty(Errors(TourismMode.Production, new() { Host = host, From = "pos@city.example", Security = MailSecurity.None }));

    [Fact]
    public void Secret_InAFile_IsReadWithoutItsLineEnd()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder.Path("password"), "Post geheimnis \n");

        var options = new MailOptions { Host = "mail.city.example", From = "pos@city.example", User = "pos", PasswordFile = folder.Path("password") };

        Assert.Empty(Errors(TourismMode.Production, options));
        Assert.Equal("Post geheimnis ", options.Secret);
    }

    private static IEnumerable<string> Errors(TourismMode mode, MailOptions options)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection([new("Tourism:Mode", mode.ToString())]).Build();
        return new MailOptionsValidator(configuration).Validate(null, options).Failures ?? [];
    }
}
