using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TariffsRefundsAndGates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropCheckConstraint(
                name: "CK_pos_ticket_admitted",
                table: "pos_ticket");

            migrationBuilder.DropIndex(
                name: "IX_pos_sale_Till_Epoch_Number",
                table: "pos_sale");

            migrationBuilder.AddColumn<long>(
                name: "Key",
                table: "pos_till_epoch",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevokedAt",
                table: "pos_ticket_key",
                type: "datetime2(6)",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Site",
                table: "pos_ticket_key",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Till",
                table: "pos_ticket_key",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Sale",
                table: "pos_ticket",
                type: "uniqueidentifier",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier");

            migrationBuilder.AddColumn<string>(
                name: "Also",
                table: "pos_ticket",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "pos_ticket",
                type: "datetime2(6)",
                precision: 6,
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Standing",
                table: "pos_ticket",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "No",
                table: "pos_tender",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Uncovered",
                table: "pos_tender",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Conflict",
                table: "pos_scan",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "Happened",
                table: "pos_scan",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "SaleAwaited",
                table: "pos_scan",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Discount",
                table: "pos_sale_tax",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "No",
                table: "pos_sale_tax",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "EatIn",
                table: "pos_sale_line",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "GrossGrams",
                table: "pos_sale_line",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reduction",
                table: "pos_sale_line",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Scale",
                table: "pos_sale_line",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TareGrams",
                table: "pos_sale_line",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Typed",
                table: "pos_sale_line",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why_En",
                table: "pos_sale_line",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why_Ja",
                table: "pos_sale_line",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why_Ko",
                table: "pos_sale_line",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why_ZhHans",
                table: "pos_sale_line",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why_ZhHant",
                table: "pos_sale_line",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "App",
                table: "pos_sale",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Discount",
                table: "pos_sale",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "HandedTicket",
                table: "pos_sale",
                type: "nvarchar(1000)",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCharged",
                table: "pos_sale",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "pos_sale",
                type: "nvarchar(5)",
                maxLength: 5,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Terms_Discount",
                table: "pos_sale",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Reason",
                table: "pos_sale",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Terms_SchoolTrip",
                table: "pos_sale",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Terms_Tier",
                table: "pos_sale",
                type: "int",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VisitorSource",
                table: "pos_sale",
                type: "nvarchar(20)",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VisitorToken",
                table: "pos_sale",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Admits",
                table: "pos_product",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EatInTaxClass",
                table: "pos_product",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kana",
                table: "pos_product",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Address",
                table: "pos_issuer",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Phone",
                table: "pos_issuer",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "PricesIncludeTax",
                table: "pos_issuer",
                type: "bit",
                nullable: false,
                defaultValue: true);

            migrationBuilder.AddColumn<bool>(
                name: "PublicBody",
                table: "pos_issuer",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.CreateTable(
                name: "pos_closure",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Site = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Until = table.Column<DateOnly>(type: "date", nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    ClosedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    ReopenedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    ReopenedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Remedy = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: true),
                    ProposedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ProposedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    ConfirmedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    ConfirmedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_closure", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_invoice_set",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RequestHash = table.Column<string>(type: "nchar(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Sale = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Edition = table.Column<int>(type: "int", nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_invoice_set", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_journal",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Till = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Epoch = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    Branch = table.Column<int>(type: "int", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Fact = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Previous = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Hash = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Signature = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_journal", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_refund",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RequestHash = table.Column<string>(type: "nchar(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Sale = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Site = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Till = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Epoch = table.Column<int>(type: "int", nullable: false),
                    Number = table.Column<int>(type: "int", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    BusinessDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Reason = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Override = table.Column<bool>(type: "bit", nullable: false),
                    Everything = table.Column<bool>(type: "bit", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    HandedTicket = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: true),
                    Ticket = table.Column<Guid>(type: "uniqueidentifier", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_refund", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_remedy_ticket",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Closure = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Ticket = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Refund = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_remedy_ticket", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_review",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Site = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Sale = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Till = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    RaisedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    TillFigure = table.Column<long>(type: "bigint", nullable: true),
                    ServerFigure = table.Column<long>(type: "bigint", nullable: true),
                    DetailJa = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    DetailEn = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    ResolvedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    ResolvedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "nvarchar(500)", maxLength: 500, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_review", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_scan_undo",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Scan = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    By = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_scan_undo", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_tariff",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Code = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Document = table.Column<string>(type: "nvarchar(max)", maxLength: -1, nullable: false),
                    SiteSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_tariff", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_tariff_pos_site_SiteSeq",
                        column: x => x.SiteSeq,
                        principalTable: "pos_site",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_ticket_visit",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Site = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Admitted = table.Column<int>(type: "int", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    LastUsedGate = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    TicketSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_ticket_visit", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_ticket_visit_pos_ticket_TicketSeq",
                        column: x => x.TicketSeq,
                        principalTable: "pos_ticket",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_invoice",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    No = table.Column<int>(type: "int", nullable: false),
                    Addressee = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Proviso = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    SetSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_invoice", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_invoice_pos_invoice_set_SetSeq",
                        column: x => x.SetSeq,
                        principalTable: "pos_invoice_set",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_refund_line",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    No = table.Column<int>(type: "int", nullable: false),
                    Line = table.Column<int>(type: "int", nullable: false),
                    Quantity = table.Column<int>(type: "int", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    RefundSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_refund_line", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_refund_line_pos_refund_RefundSeq",
                        column: x => x.RefundSeq,
                        principalTable: "pos_refund",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_refund_tax",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Percent = table.Column<int>(type: "int", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Tax = table.Column<long>(type: "bigint", nullable: false),
                    RefundSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_refund_tax", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_refund_tax_pos_refund_RefundSeq",
                        column: x => x.RefundSeq,
                        principalTable: "pos_refund",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_refund_tender",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Tender = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    ProviderId = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    NextTryAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Tries = table.Column<int>(type: "int", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false),
                    RefundSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_refund_tender", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_refund_tender_pos_refund_RefundSeq",
                        column: x => x.RefundSeq,
                        principalTable: "pos_refund",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_invoice_tax",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("SqlServer:Identity", "1, 1"),
                    Percent = table.Column<int>(type: "int", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Tax = table.Column<long>(type: "bigint", nullable: false),
                    InvoiceSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_invoice_tax", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_invoice_tax_pos_invoice_InvoiceSeq",
                        column: x => x.InvoiceSeq,
                        principalTable: "pos_invoice",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_ticket_LastDay",
                table: "pos_ticket",
                column: "LastDay");

            migrationBuilder.AddCheckConstraint(
                name: "CK_pos_ticket_admitted",
                table: "pos_ticket",
                sql: "\"Admitted\" >= 0");

            migrationBuilder.CreateIndex(
                name: "IX_pos_sale_Till_Epoch_Number",
                table: "pos_sale",
                columns: new[] { "Till", "Epoch", "Number" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_closure_Id",
                table: "pos_closure",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_closure_Site_From",
                table: "pos_closure",
                columns: new[] { "Site", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_invoice_SetSeq_No",
                table: "pos_invoice",
                columns: new[] { "SetSeq", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_invoice_set_Id",
                table: "pos_invoice_set",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_invoice_set_Sale_Edition",
                table: "pos_invoice_set",
                columns: new[] { "Sale", "Edition" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_invoice_tax_InvoiceSeq_Percent",
                table: "pos_invoice_tax",
                columns: new[] { "InvoiceSeq", "Percent" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_journal_Fact",
                table: "pos_journal",
                column: "Fact",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_journal_Till_Epoch_Number_Branch",
                table: "pos_journal",
                columns: new[] { "Till", "Epoch", "Number", "Branch" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_refund_Id",
                table: "pos_refund",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_refund_Sale",
                table: "pos_refund",
                column: "Sale");

            migrationBuilder.CreateIndex(
                name: "IX_pos_refund_Site_BusinessDate",
                table: "pos_refund",
                columns: new[] { "Site", "BusinessDate" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_refund_line_RefundSeq_Line",
                table: "pos_refund_line",
                columns: new[] { "RefundSeq", "Line" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_refund_tax_RefundSeq_Percent",
                table: "pos_refund_tax",
                columns: new[] { "RefundSeq", "Percent" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_refund_tender_Id",
                table: "pos_refund_tender",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_refund_tender_NextTryAt",
                table: "pos_refund_tender",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_pos_refund_tender_RefundSeq",
                table: "pos_refund_tender",
                column: "RefundSeq");

            migrationBuilder.CreateIndex(
                name: "IX_pos_refund_tender_Tender",
                table: "pos_refund_tender",
                column: "Tender");

            migrationBuilder.CreateIndex(
                name: "IX_pos_remedy_ticket_Closure_Ticket",
                table: "pos_remedy_ticket",
                columns: new[] { "Closure", "Ticket" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_remedy_ticket_State_Seq",
                table: "pos_remedy_ticket",
                columns: new[] { "State", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_review_Id",
                table: "pos_review",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_review_Kind_Subject",
                table: "pos_review",
                columns: new[] { "Kind", "Subject" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_review_ResolvedAt",
                table: "pos_review",
                column: "ResolvedAt");

            migrationBuilder.CreateIndex(
                name: "IX_pos_review_Sale",
                table: "pos_review",
                column: "Sale");

            migrationBuilder.CreateIndex(
                name: "IX_pos_scan_undo_Scan",
                table: "pos_scan_undo",
                column: "Scan",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_tariff_SiteSeq_Code",
                table: "pos_tariff",
                columns: new[] { "SiteSeq", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_ticket_visit_TicketSeq_Site",
                table: "pos_ticket_visit",
                columns: new[] { "TicketSeq", "Site" },
                unique: true);

            // What was recorded before: good tickets, numbered parts, and a journal entry without a link for every receipt number.
            migrationBuilder.Sql("""UPDATE pos_ticket SET "Standing" = 'Good' WHERE "Standing" = '';""");
            migrationBuilder.Sql("""UPDATE pos_tender SET "No" = (SELECT COUNT(*) FROM pos_tender other WHERE other."SaleSeq" = pos_tender."SaleSeq" AND other."Seq" <= pos_tender."Seq");""");
            migrationBuilder.Sql("""UPDATE pos_sale_tax SET "No" = (SELECT COUNT(*) FROM pos_sale_tax other WHERE other."SaleSeq" = pos_sale_tax."SaleSeq" AND other."Seq" <= pos_sale_tax."Seq");""");
            migrationBuilder.Sql("""INSERT INTO pos_journal ("Till", "Epoch", "Number", "Branch", "Kind", "Fact", "RecordedAt") SELECT "Till", "Epoch", "Number", 0, 'Sale', "Id", "RecordedAt" FROM pos_sale ORDER BY "Seq";""");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_closure");

            migrationBuilder.DropTable(
                name: "pos_invoice_tax");

            migrationBuilder.DropTable(
                name: "pos_journal");

            migrationBuilder.DropTable(
                name: "pos_refund_line");

            migrationBuilder.DropTable(
                name: "pos_refund_tax");

            migrationBuilder.DropTable(
                name: "pos_refund_tender");

            migrationBuilder.DropTable(
                name: "pos_remedy_ticket");

            migrationBuilder.DropTable(
                name: "pos_review");

            migrationBuilder.DropTable(
                name: "pos_scan_undo");

            migrationBuilder.DropTable(
                name: "pos_tariff");

            migrationBuilder.DropTable(
                name: "pos_ticket_visit");

            migrationBuilder.DropTable(
                name: "pos_invoice");

            migrationBuilder.DropTable(
                name: "pos_refund");

            migrationBuilder.DropTable(
                name: "pos_invoice_set");

            migrationBuilder.DropIndex(
                name: "IX_pos_ticket_LastDay",
                table: "pos_ticket");

            migrationBuilder.DropCheckConstraint(
                name: "CK_pos_ticket_admitted",
                table: "pos_ticket");

            migrationBuilder.DropIndex(
                name: "IX_pos_sale_Till_Epoch_Number",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "Key",
                table: "pos_till_epoch");

            migrationBuilder.DropColumn(
                name: "RevokedAt",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "Site",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "Till",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "Also",
                table: "pos_ticket");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "pos_ticket");

            migrationBuilder.DropColumn(
                name: "Standing",
                table: "pos_ticket");

            migrationBuilder.DropColumn(
                name: "No",
                table: "pos_tender");

            migrationBuilder.DropColumn(
                name: "Uncovered",
                table: "pos_tender");

            migrationBuilder.DropColumn(
                name: "Conflict",
                table: "pos_scan");

            migrationBuilder.DropColumn(
                name: "Happened",
                table: "pos_scan");

            migrationBuilder.DropColumn(
                name: "SaleAwaited",
                table: "pos_scan");

            migrationBuilder.DropColumn(
                name: "Discount",
                table: "pos_sale_tax");

            migrationBuilder.DropColumn(
                name: "No",
                table: "pos_sale_tax");

            migrationBuilder.DropColumn(
                name: "EatIn",
                table: "pos_sale_line");

            migrationBuilder.DropColumn(
                name: "GrossGrams",
                table: "pos_sale_line");

            migrationBuilder.DropColumn(
                name: "Reduction",
                table: "pos_sale_line");

            migrationBuilder.DropColumn(
                name: "Scale",
                table: "pos_sale_line");

            migrationBuilder.DropColumn(
                name: "TareGrams",
                table: "pos_sale_line");

            migrationBuilder.DropColumn(
                name: "Typed",
                table: "pos_sale_line");

            migrationBuilder.DropColumn(
                name: "Why_En",
                table: "pos_sale_line");

            migrationBuilder.DropColumn(
                name: "Why_Ja",
                table: "pos_sale_line");

            migrationBuilder.DropColumn(
                name: "Why_Ko",
                table: "pos_sale_line");

            migrationBuilder.DropColumn(
                name: "Why_ZhHans",
                table: "pos_sale_line");

            migrationBuilder.DropColumn(
                name: "Why_ZhHant",
                table: "pos_sale_line");

            migrationBuilder.DropColumn(
                name: "App",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "Discount",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "HandedTicket",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "IsCharged",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "Terms_Discount",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "Terms_Reason",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "Terms_SchoolTrip",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "Terms_Tier",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "VisitorSource",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "VisitorToken",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "Admits",
                table: "pos_product");

            migrationBuilder.DropColumn(
                name: "EatInTaxClass",
                table: "pos_product");

            migrationBuilder.DropColumn(
                name: "Kana",
                table: "pos_product");

            migrationBuilder.DropColumn(
                name: "Address",
                table: "pos_issuer");

            migrationBuilder.DropColumn(
                name: "Phone",
                table: "pos_issuer");

            migrationBuilder.DropColumn(
                name: "PricesIncludeTax",
                table: "pos_issuer");

            migrationBuilder.DropColumn(
                name: "PublicBody",
                table: "pos_issuer");

            migrationBuilder.AlterColumn<Guid>(
                name: "Sale",
                table: "pos_ticket",
                type: "uniqueidentifier",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uniqueidentifier",
                oldNullable: true);

            migrationBuilder.AddCheckConstraint(
                name: "CK_pos_ticket_admitted",
                table: "pos_ticket",
                sql: "\"Admitted\" >= 0 AND \"Admitted\" <= \"People\"");

            migrationBuilder.CreateIndex(
                name: "IX_pos_sale_Till_Epoch_Number",
                table: "pos_sale",
                columns: new[] { "Till", "Epoch", "Number" },
                unique: true);
        }
    }
}
