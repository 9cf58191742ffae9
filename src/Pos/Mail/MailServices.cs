using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;
using Tourism.Kernel;
using Tourism.Pos.Payments;
using Tourism.Pos.Shared.Wire;

namespace Tourism.Pos.Mail;

internal static class MailServices
{
    /// <summary>Adds letters and the round that hands them to the mail server.</summary>
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>().BindConfiguration("Tourism:Mail").ValidateOnStart();
        services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsValidator>();
        return services.AddSingleton<PostBox>().AddSingleton<MailServer>().AddSingleton<ListLetters>().AddSingleton<MailInvitation>().AddRound<SendLetters>();
    }

    /// <summary>Maps what would have been sent, where nothing is sent; elsewhere it is an unknown address.</summary>
    public static WebApplication MapMail(this WebApplication app)
    {
        if (app.Services.GetRequiredService<PostBox>().Use == MailUse.Shown)
            app.MapGet("/api/v1/letters", (ListLetters letters, CancellationToken ct) => letters.ShownAsync(ct))
                .RequireAuthorization(new AuthorizeAttribute { Roles = Roles.Administrator }).WithSummary("What would have been sent by mail, latest first.");
        return app;
    }
}
