using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class SpeedDraft : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_pos_sale_Till_Epoch_Number",
                table: "pos_sale");

            migrationBuilder.AddColumn<int>(
                name: "No",
                table: "pos_tender",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Uncovered",
                table: "pos_tender",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Discount",
                table: "pos_sale_tax",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<int>(
                name: "No",
                table: "pos_sale_tax",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "EatIn",
                table: "pos_sale_line",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "GrossGrams",
                table: "pos_sale_line",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reduction",
                table: "pos_sale_line",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Scale",
                table: "pos_sale_line",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "TareGrams",
                table: "pos_sale_line",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Typed",
                table: "pos_sale_line",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why_En",
                table: "pos_sale_line",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why_Ja",
                table: "pos_sale_line",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why_Ko",
                table: "pos_sale_line",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why_ZhHans",
                table: "pos_sale_line",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Why_ZhHant",
                table: "pos_sale_line",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "App",
                table: "pos_sale",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Discount",
                table: "pos_sale",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "HandedTicket",
                table: "pos_sale",
                type: "TEXT",
                maxLength: 1000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsCharged",
                table: "pos_sale",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "pos_sale",
                type: "TEXT",
                maxLength: 5,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Terms_Discount",
                table: "pos_sale",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Terms_Reason",
                table: "pos_sale",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Terms_SchoolTrip",
                table: "pos_sale",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Terms_Tier",
                table: "pos_sale",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VisitorSource",
                table: "pos_sale",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "VisitorToken",
                table: "pos_sale",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "pos_journal",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Till = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Epoch = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Branch = table.Column<int>(type: "INTEGER", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fact = table.Column<Guid>(type: "TEXT", nullable: false),
                    Previous = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Hash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Signature = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_journal", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_refund",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", fixedLength: true, maxLength: 64, nullable: false),
                    Sale = table.Column<Guid>(type: "TEXT", nullable: false),
                    Site = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Till = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Epoch = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    BusinessDate = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Override = table.Column<bool>(type: "INTEGER", nullable: false),
                    Everything = table.Column<bool>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    HandedTicket = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Ticket = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_refund", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_review",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Site = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Sale = table.Column<Guid>(type: "TEXT", nullable: true),
                    Till = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    RaisedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    TillFigure = table.Column<long>(type: "INTEGER", nullable: true),
                    ServerFigure = table.Column<long>(type: "INTEGER", nullable: true),
                    DetailJa = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    DetailEn = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: false),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ResolvedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_review", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_refund_line",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    No = table.Column<int>(type: "INTEGER", nullable: false),
                    Line = table.Column<int>(type: "INTEGER", nullable: false),
                    Quantity = table.Column<int>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    RefundSeq = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Percent = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<long>(type: "INTEGER", nullable: false),
                    Tax = table.Column<long>(type: "INTEGER", nullable: false),
                    RefundSeq = table.Column<long>(type: "INTEGER", nullable: false)
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
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Tender = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ProviderId = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    NextTryAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    EndedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false),
                    RefundSeq = table.Column<long>(type: "INTEGER", nullable: false)
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

            migrationBuilder.CreateIndex(
                name: "IX_pos_sale_Till_Epoch_Number",
                table: "pos_sale",
                columns: new[] { "Till", "Epoch", "Number" });

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_journal");

            migrationBuilder.DropTable(
                name: "pos_refund_line");

            migrationBuilder.DropTable(
                name: "pos_refund_tax");

            migrationBuilder.DropTable(
                name: "pos_refund_tender");

            migrationBuilder.DropTable(
                name: "pos_review");

            migrationBuilder.DropTable(
                name: "pos_refund");

            migrationBuilder.DropIndex(
                name: "IX_pos_sale_Till_Epoch_Number",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "No",
                table: "pos_tender");

            migrationBuilder.DropColumn(
                name: "Uncovered",
                table: "pos_tender");

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

            migrationBuilder.CreateIndex(
                name: "IX_pos_sale_Till_Epoch_Number",
                table: "pos_sale",
                columns: new[] { "Till", "Epoch", "Number" },
                unique: true);
        }
    }
}
