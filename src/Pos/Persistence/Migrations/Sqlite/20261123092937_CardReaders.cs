using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class CardReaders : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "IntentId",
                table: "pos_payment_attempt",
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

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_attempt_IntentId",
                table: "pos_payment_attempt",
                column: "IntentId");

            migrationBuilder.CreateIndex(
                name: "IX_pos_card_reader_Id",
                table: "pos_card_reader",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_card_reader_Site",
                table: "pos_card_reader",
                column: "Site");

            // Late money was a kind of review before it became a state of its own.
            migrationBuilder.Sql("UPDATE pos_payment SET \"State\" = 'LatePaid', \"Review\" = NULL WHERE \"Review\" = 'PaidLate'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_card_reader");

            migrationBuilder.DropIndex(
                name: "IX_pos_payment_attempt_IntentId",
                table: "pos_payment_attempt");

            migrationBuilder.DropColumn(
                name: "IntentId",
                table: "pos_payment_attempt");

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
        }
    }
}
