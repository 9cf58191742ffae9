using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.WebEncoders;
using Tourism.Kernel.Server.Hosting;
using Tourism.Kernel.Server.Http;
using Tourism.Kernel.Server.Jobs;
using Tourism.Kernel.Server.Persistence;
using Tourism.Points.Contracts;
using Tourism.Pos.Access;
using Tourism.Pos.Admissions;
using Tourism.Pos.Audit;
using Tourism.Pos.Catalogue;
using Tourism.Pos.Catalogue.Dated;
using Tourism.Pos.Catalogue.Imports;
using Tourism.Pos.Catalogue.Keeping;
using Tourism.Pos.Catalogue.Merchants;
using Tourism.Pos.Catalogue.Tenders;
using Tourism.Pos.Closures;
using Tourism.Pos.Http;
using Tourism.Pos.Mail;
using Tourism.Pos.Payments;
using Tourism.Pos.Persistence;
using Tourism.Pos.Public;
using Tourism.Pos.Receipts;
using Tourism.Pos.Refunds;
using Tourism.Pos.Reviews;
using Tourism.Pos.Sales;
using Tourism.Pos.Sales.ByPhone;
using Tourism.Pos.Sales.ByPhone.Ahead;
using Tourism.Pos.Sales.ByPhone.Stickers;
using Tourism.Pos.Sandbox;
using Tourism.Pos.Shared.Wire;
using Tourism.Pos.Shops;
using Tourism.Pos.Stock;
using Tourism.Pos.Stock.Consignments;
using Tourism.Pos.Tills;

namespace Tourism.Pos;

/// <summary>The module's entry: everything else in it is internal.</summary>
public static class PosModule
{
    /// <summary>Adds the module's database, use cases and controllers.</summary>
    public static IServiceCollection AddPos(this IServiceCollection services)
    {
        InternalControllers.AddTo<PosDbContext>(services.AddControllers());
        services.AddModuleDatabase<PosDbContext, SqlitePosDbContext, SqlServerPosDbContext, PostgreSqlPosDbContext>(PosDbContext.Prefix);
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PosDbContext>>().CreateDbContext());
        services.AddDataProtection().SetApplicationName("Tourism").PersistKeysToDbContext<PosDbContext>();
        services.AddRazorComponents();
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        return services.AddAccess().AddAuditTrail().AddCatalogue().AddSales().AddTills().AddRefunds().AddAdmissions().AddReceipts().AddClosures().AddStock().AddShops().AddPages()
            .AddPayments().AddSandbox().AddMail();
    }

    /// <summary>Maps the API, the public pages and the staff app.</summary>
    public static WebApplication MapPos(this WebApplication app)
    {
        app.MapControllers();
        app.MapSandbox();
        app.MapMail();
        app.MapStaffApp();
        app.MapNowhere();
        return app;
    }

    private static IServiceCollection AddAuditTrail(this IServiceCollection services) => services
        .AddSingleton<KeepTrail>().AddSingleton<IAuditTrail>(provider => provider.GetRequiredService<KeepTrail>()).AddSingleton<SearchAudit>().AddSingleton<CheckAudit>();

    private static IServiceCollection AddCatalogue(this IServiceCollection services) => services
        .AddSingleton<CatalogueStore>().AddSingleton<ISeed, SeedCatalogue>()
        .AddSingleton<FindProducts>().AddSingleton<KeepProduct>().AddSingleton<KeepPrice>()
        .AddSingleton<KeepTaxRate>().AddSingleton<KeepTariff>().AddSingleton<ChangesOfDay>().AddSingleton<KeepIssuer>().AddSingleton<KeepSite>().AddSingleton<KeepExternalTender>()
        .AddSingleton<HandInImport>().AddSingleton<DecideImport>().AddSingleton<FindImports>().AddSingleton<ExportProducts>()
        .AddSingleton<ReadImport>().AddSingleton<ApplyImport>().AddSingleton<UndoImport>().AddRound<CarryOutImports>();

    private static IServiceCollection AddSales(this IServiceCollection services) => services
        .AddSingleton<RecordSale>().AddSingleton<CheckSale>().AddGroupWriter<PosDbContext, ReadySale, Recorded?, WriteSales>().AddSingleton<SaleViews>().AddSingleton<FindSale>().AddSingleton<SaleSettlement>().AddSingleton<IHoldOwner, HoldOwner>()
        .AddSingleton<PhoneSeries>().AddSingleton<SellByPhone>().AddSingleton<FindOffer>().AddSingleton<AheadPages>().AddSingleton<AfterPaying>().AddSingleton<IJob, CancelAbandoned>()
        .AddSingleton<StickerPages>().AddSingleton<FindSticker>().AddSingleton<KeepSticker>().AddSingleton<FindArrivals>().AddSingleton<WatchArrivals>().AddSingleton<ChangeTax>();

    private static IServiceCollection AddTills(this IServiceCollection services) => services
        .AddSingleton<OpenEpoch>().AddSingleton<RevokeKey>().AddSingleton<SeriesStore>().AddSingleton<JournalAudit>().AddSingleton<ReadJournal>().AddSingleton<LastSales>()
        .AddSingleton<FindReviews>().AddSingleton<ResolveReview>();

    private static IServiceCollection AddRefunds(this IServiceCollection services) => services
        .AddSingleton<RefundSale>().AddSingleton<WriteRefund>().AddSingleton<ReissueTicket>().AddSingleton<StripeRefunds>().AddSingleton<LookAtRefund>().AddRound<SubmitRefunds>();

    private static IServiceCollection AddAdmissions(this IServiceCollection services)
    {
        services.AddOptions<TicketOptions>().BindConfiguration("Tourism:Tickets").ValidateOnStart();
        services.AddSingleton<IValidateOptions<TicketOptions>, TicketOptionsValidator>();
        return services
            .AddSingleton<TicketSigner>().AddRound<TicketKeys>().AddSingleton<TicketReader>().AddSingleton<IssueTicket>().AddSingleton<ScanTicket>()
            .AddGroupWriter<PosDbContext, ReadScan, Written<ScanView>, WriteScans>()
            .AddSingleton<UndoScan>().AddSingleton<GateList>().AddSingleton<FindTicketKeys>().AddSingleton<RotateTicketKey>().AddSingleton<RevokeTicketKey>().AddSingleton<VisitorTickets>().AddSingleton<ISeed, ListTicketKey>()
            .AddSingleton<IJob, TicketsWithoutSale>();
    }

    private static IServiceCollection AddReceipts(this IServiceCollection services) =>
        services.AddSingleton<InvoiceViews>().AddSingleton<IssueInvoices>().AddSingleton<PrintPaper>();

    private static IServiceCollection AddClosures(this IServiceCollection services) => services
        .AddSingleton<ClosureBoard>().AddSingleton<ClosureViews>().AddSingleton<CloseSite>().AddSingleton<DecideRemedy>().AddSingleton<RefundOutside>()
        .AddRound<CarryOutRemedies>();

    private static IServiceCollection AddStock(this IServiceCollection services) => services
        .AddSingleton<FindStock>().AddSingleton<EnterMove>().AddSingleton<UndoMove>().AddSingleton<KeepStockRules>()
        .AddSingleton<KeepSuppliers>().AddSingleton<KeepConsignments>().AddSingleton<FindStatement>().AddSingleton<SettleSupplier>();

    private static IServiceCollection AddShops(this IServiceCollection services) => services
        .AddSingleton<FindShops>().AddSingleton<ShopChoices>().AddSingleton<InviteShop>().AddSingleton<MakeShopCode>().AddSingleton<MailShop>().AddSingleton<SetUpShop>().AddSingleton<SetUpOnBehalf>()
        .AddSingleton<LookAtInvitation>().AddSingleton<JoinShop>().AddSingleton<KeepPayout>().AddSingleton<ConnectAccounts>().AddSingleton<ShopStripe>();

    private static IServiceCollection AddPages(this IServiceCollection services) =>
        services.AddSingleton<SchemaGate>().AddSingleton<DataLock>().AddSingleton<PublicAddress>().AddSingleton<PublicPages>().AddMemberPages();
}
