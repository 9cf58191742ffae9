using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Http;
using Tourism.Pos.Mail;
using Tourism.Pos.Shared.Wire;
using Tourism.Testing.Hosts;

namespace Tourism.Pos.Tests.Mail;

/// <summary>Nothing is said to a mail server that cannot prove who it is.</summary>
public sealed class MailServerTests
{
    private static readonly LetterOut Letter = new(Guid.CreateVersion7(), "hana@city.example", "件名", "本文", DateTime.UnixEpoch);

    [Fact]
    public async Task Hand_ToACertificateThatNobodyVouchesFor_SaysNothingAndTriesAgain()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var made = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256).CreateSelfSigned(DateTimeOffset.UnixEpoch, DateTimeOffset.UnixEpoch.AddYears(200));
        using var certificate = X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
        await using var mail = new MailHost { Certificate = certificate };

        var handed = await HandAsync(mail, MailSecurity.StartTls);

        Assert.Equal(new Handed(LetterTrouble.NotTrusted), handed);
        Assert.Equal(["EHLO", "STARTTLS"], mail.Heard.Select(line => line.Split(' ')[0]));
    }

    /// <summary>Whoever sits on the line could have taken the offer out.</summary>
    [Fact]
    public async Task Hand_ToAServerWithoutStartTls_NeverGoesOnInClear()
    {
        await using var mail = new MailHost();

        var handed = await HandAsync(mail, MailSecurity.StartTls);

        Assert.Equal(new Handed(LetterTrouble.NotTrusted), handed);
        Assert.DoesNotContain(mail.Heard, line => line.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Hand_InClearOnThisMachine_Arrives()
    {
        await using var mail = new MailHost();

        Assert.Equal(new Handed(), await HandAsync(mail, MailSecurity.None));
        Assert.Contains("From: Mine City <pos@city.example>", Assert.Single(mail.Letters), StringComparison.Ordinal);
    }

    private static async Task<Handed> HandAsync(MailHost mail, MailSecurity security)
    {
        mail.Start();
        var options = new MailOptions
        {
            Host = "localhost", Port = mail.Port, Security = security, User = "pos", Password = "Postgeheimnis", From = "Mine City <pos@city.example>",
        };
        var address = new PublicAddress(new PublicRoot(Options.Create(new TourismOptions { PublicUrl = "https://pay.city.example" }), null!));
        return await new MailServer(Options.Create(options), address).HandAsync(Letter, TestContext.Current.CancellationToken);
    }
}
