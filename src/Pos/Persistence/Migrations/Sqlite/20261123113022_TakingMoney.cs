using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class TakingMoney : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "External",
                table: "pos_tender",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ExternalTerms",
                table: "pos_tender",
                type: "TEXT",
                maxLength: -1,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "FeeBasisPoints",
                table: "pos_tender",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Slip",
                table: "pos_tender",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Group",
                table: "pos_sandbox_object",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<long>(
                name: "Net",
                table: "pos_sandbox_object",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Sort",
                table: "pos_sandbox_object",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AlterColumn<long>(
                name: "RefundSeq",
                table: "pos_refund_tender",
                type: "INTEGER",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "INTEGER");

            migrationBuilder.AddColumn<string>(
                name: "Intent",
                table: "pos_refund_tender",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Slip",
                table: "pos_refund_tender",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "IntentId",
                table: "pos_payment_attempt",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "pos_payment",
                type: "TEXT",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "pos_payment",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Decision",
                table: "pos_payment",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecisionNote",
                table: "pos_payment",
                type: "TEXT",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Destination",
                table: "pos_payment",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fault",
                table: "pos_payment",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Method",
                table: "pos_payment",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "Page");

            migrationBuilder.AddColumn<Guid>(
                name: "PresentName",
                table: "pos_payment",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Presented",
                table: "pos_payment",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "PresentedAt",
                table: "pos_payment",
                type: "TEXT",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Presents",
                table: "pos_payment",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Reader",
                table: "pos_payment",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReaderTold",
                table: "pos_payment",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stray",
                table: "pos_payment",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "pos_card_reader",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Site = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_card_reader", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_external_tender",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Document = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    RetiredAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_external_tender", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_money_day",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OurPayments = table.Column<int>(type: "INTEGER", nullable: false),
                    OurSum = table.Column<long>(type: "INTEGER", nullable: false),
                    TheirPayments = table.Column<int>(type: "INTEGER", nullable: false),
                    TheirSum = table.Column<long>(type: "INTEGER", nullable: false),
                    OurRefunds = table.Column<int>(type: "INTEGER", nullable: false),
                    OurRefunded = table.Column<long>(type: "INTEGER", nullable: false),
                    TheirRefunds = table.Column<int>(type: "INTEGER", nullable: false),
                    TheirRefunded = table.Column<long>(type: "INTEGER", nullable: false),
                    ComparedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_money_day", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_money_difference",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Payment = table.Column<Guid>(type: "TEXT", nullable: true),
                    FoundAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Ours = table.Column<long>(type: "INTEGER", nullable: true),
                    Theirs = table.Column<long>(type: "INTEGER", nullable: true),
                    MendedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    ClosedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_money_difference", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_payout",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Arrives = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Status = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Trouble = table.Column<string>(type: "TEXT", maxLength: 500, nullable: true),
                    ReadAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    Fees = table.Column<long>(type: "INTEGER", nullable: false),
                    Lines = table.Column<int>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_payout", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_payout_line",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Payout = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Movement = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Fee = table.Column<long>(type: "INTEGER", nullable: false),
                    Net = table.Column<long>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Payment = table.Column<Guid>(type: "TEXT", nullable: true),
                    Refund = table.Column<Guid>(type: "TEXT", nullable: true),
                    Sale = table.Column<Guid>(type: "TEXT", nullable: true),
                    Receipt = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Site = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_payout_line", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_provider_money",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Way = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Part = table.Column<Guid>(type: "TEXT", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    Stands = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_provider_money", x => x.Seq);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_sandbox_object_Kind_ExpiresAt",
                table: "pos_sandbox_object",
                columns: new[] { "Kind", "ExpiresAt" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_sandbox_object_Kind_Group",
                table: "pos_sandbox_object",
                columns: new[] { "Kind", "Group" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_refund_tender_EndedAt",
                table: "pos_refund_tender",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_attempt_IntentId",
                table: "pos_payment_attempt",
                column: "IntentId");

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_CreatedAt",
                table: "pos_payment",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_State_DecidedAt",
                table: "pos_payment",
                columns: new[] { "State", "DecidedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_card_reader_Id",
                table: "pos_card_reader",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_card_reader_Site",
                table: "pos_card_reader",
                column: "Site");

            migrationBuilder.CreateIndex(
                name: "IX_pos_external_tender_Code",
                table: "pos_external_tender",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_money_day_Day",
                table: "pos_money_day",
                column: "Day",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_money_difference_ClosedAt_MendedAt",
                table: "pos_money_difference",
                columns: new[] { "ClosedAt", "MendedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_money_difference_Id",
                table: "pos_money_difference",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_money_difference_Subject_Kind",
                table: "pos_money_difference",
                columns: new[] { "Subject", "Kind" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_payout_CreatedAt",
                table: "pos_payout",
                column: "CreatedAt");

            migrationBuilder.CreateIndex(
                name: "IX_pos_payout_Id",
                table: "pos_payout",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_payout_line_Payout_Movement",
                table: "pos_payout_line",
                columns: new[] { "Payout", "Movement" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_provider_money_Id",
                table: "pos_provider_money",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_provider_money_Part",
                table: "pos_provider_money",
                column: "Part");

            migrationBuilder.CreateIndex(
                name: "IX_pos_provider_money_Way_CreatedAt",
                table: "pos_provider_money",
                columns: new[] { "Way", "CreatedAt" });

            // Late money was a kind of review before it became a state of its own.
            migrationBuilder.Sql("UPDATE pos_payment SET \"State\" = 'LatePaid', \"Review\" = NULL WHERE \"Review\" = 'PaidLate'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_card_reader");

            migrationBuilder.DropTable(
                name: "pos_external_tender");

            migrationBuilder.DropTable(
                name: "pos_money_day");

            migrationBuilder.DropTable(
                name: "pos_money_difference");

            migrationBuilder.DropTable(
                name: "pos_payout");

            migrationBuilder.DropTable(
                name: "pos_payout_line");

            migrationBuilder.DropTable(
                name: "pos_provider_money");

            migrationBuilder.DropIndex(
                name: "IX_pos_sandbox_object_Kind_ExpiresAt",
                table: "pos_sandbox_object");

            migrationBuilder.DropIndex(
                name: "IX_pos_sandbox_object_Kind_Group",
                table: "pos_sandbox_object");

            migrationBuilder.DropIndex(
                name: "IX_pos_refund_tender_EndedAt",
                table: "pos_refund_tender");

            migrationBuilder.DropIndex(
                name: "IX_pos_payment_attempt_IntentId",
                table: "pos_payment_attempt");

            migrationBuilder.DropIndex(
                name: "IX_pos_payment_CreatedAt",
                table: "pos_payment");

            migrationBuilder.DropIndex(
                name: "IX_pos_payment_State_DecidedAt",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "External",
                table: "pos_tender");

            migrationBuilder.DropColumn(
                name: "ExternalTerms",
                table: "pos_tender");

            migrationBuilder.DropColumn(
                name: "FeeBasisPoints",
                table: "pos_tender");

            migrationBuilder.DropColumn(
                name: "Slip",
                table: "pos_tender");

            migrationBuilder.DropColumn(
                name: "Group",
                table: "pos_sandbox_object");

            migrationBuilder.DropColumn(
                name: "Net",
                table: "pos_sandbox_object");

            migrationBuilder.DropColumn(
                name: "Sort",
                table: "pos_sandbox_object");

            migrationBuilder.DropColumn(
                name: "Intent",
                table: "pos_refund_tender");

            migrationBuilder.DropColumn(
                name: "Slip",
                table: "pos_refund_tender");

            migrationBuilder.DropColumn(
                name: "IntentId",
                table: "pos_payment_attempt");

            migrationBuilder.DropColumn(
                name: "DecidedAt",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "DecidedBy",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "Decision",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "DecisionNote",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "Destination",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "Fault",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "Method",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "PresentName",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "Presented",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "PresentedAt",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "Presents",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "Reader",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "ReaderTold",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "Stray",
                table: "pos_payment");

            migrationBuilder.AlterColumn<long>(
                name: "RefundSeq",
                table: "pos_refund_tender",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "INTEGER",
                oldNullable: true);
        }
    }
}
