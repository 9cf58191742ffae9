using System.Net;
using Microsoft.Extensions.Options;
using MimeKit;
using Tourism.Kernel.Server.Hosting;
using Tourism.Pos.Http;

namespace Tourism.Pos.Mail;

/// <summary>How the line to the mail server is kept from being read.</summary>
internal enum MailSecurity
{
    /// <summary>Begins in clear and turns to TLS before anything is said; usual on port 587.</summary>
    StartTls,

    /// <summary>TLS from the first byte; usual on port 465.</summary>
    Tls,

    /// <summary>In clear: to a server on this machine only.</summary>
    None,
}

/// <summary>Section <c>Tourism:Mail</c>.</summary>
internal sealed class MailOptions
{
    /// <summary>True for an installation that sends no mail at all.</summary>
    public bool Off { get; set; }

    /// <summary>The mail server. Left empty in Demo and Training, a screen shows what would have been sent.</summary>
    public string? Host { get; set; }

    public int Port { get; set; } = 587;

    public MailSecurity Security { get; set; }

    public string? User { get; set; }

    /// <summary>From the environment; or see <see cref="PasswordFile"/>.</summary>
    public string? Password { get; set; }

    /// <summary>A file with the password and nothing else.</summary>
    public string? PasswordFile { get; set; }

    /// <summary>Who writes: <c>pos@city.example</c> or <c>Mine City &lt;pos@city.example&gt;</c>.</summary>
    public string? From { get; set; }

    public bool IsSent => !Off && !string.IsNullOrWhiteSpace(Host);

    public string? Secret => SecretFile.Read(Password, PasswordFile);
}

/// <summary>Refuses mail that could not leave, all reasons at once.</summary>
internal sealed class MailOptionsValidator(IConfiguration configuration) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var errors = (options.Off ? [] : options.IsSent ? Errors(options) : Missing()).ToList();
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private IEnumerable<string> Missing()
    {
        if (configuration.Mode() == TourismMode.Production)
            yield return "Tourism:Mail:Host is empty. Name the mail server (Tourism__Mail__Host, Tourism__Mail__From), or set Tourism__Mail__Off=true to run without mail.";
    }

    private static IEnumerable<string> Errors(MailOptions options)
    {
        if (!MailboxAddress.TryParse(options.From, out _))
            yield return $"Tourism:Mail:From '{options.From}' is no mail address. Give the one to write from, for example pos@city.example.";
        if (options.Port is < 1 or > IPEndPoint.MaxPort)
            yield return $"Tourism:Mail:Port {options.Port} is no port. Use 587 with StartTls or 465 with Tls.";
        if (options.Security == MailSecurity.None && !SecretFile.IsThisMachine(options.Host!))
            yield return "Tourism:Mail:Security is None, with which passwords and letters can be read on the way. Use StartTls or Tls; None is for a server on this machine.";
        if (SecretFile.Error("Tourism:Mail:PasswordFile", options.PasswordFile) is { } unreadable)
            yield return unreadable;
        if (!string.IsNullOrWhiteSpace(options.User) && string.IsNullOrEmpty(options.Password) && string.IsNullOrWhiteSpace(options.PasswordFile))
            yield return "Tourism:Mail:User is set without a password. Set Tourism__Mail__Password, or Tourism__Mail__PasswordFile to a file that holds it.";
    }
}
