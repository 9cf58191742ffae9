using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class CountingTwice : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pos_money_day",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    OurPayments = table.Column<int>(type: "integer", nullable: false),
                    OurSum = table.Column<long>(type: "bigint", nullable: false),
                    TheirPayments = table.Column<int>(type: "integer", nullable: false),
                    TheirSum = table.Column<long>(type: "bigint", nullable: false),
                    OurRefunds = table.Column<int>(type: "integer", nullable: false),
                    OurRefunded = table.Column<long>(type: "bigint", nullable: false),
                    TheirRefunds = table.Column<int>(type: "integer", nullable: false),
                    TheirRefunded = table.Column<long>(type: "bigint", nullable: false),
                    ComparedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_money_day", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_money_difference",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Subject = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Payment = table.Column<Guid>(type: "uuid", nullable: true),
                    FoundAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    Ours = table.Column<long>(type: "bigint", nullable: true),
                    Theirs = table.Column<long>(type: "bigint", nullable: true),
                    MendedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    ClosedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    ClosedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Note = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_money_difference", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_payout",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    Arrives = table.Column<DateOnly>(type: "date", nullable: false),
                    Status = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Trouble = table.Column<string>(type: "character varying(500)", maxLength: 500, nullable: true),
                    ReadAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    Net = table.Column<long>(type: "bigint", nullable: false),
                    Fees = table.Column<long>(type: "bigint", nullable: false),
                    Lines = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_payout", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_payout_line",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Payout = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Movement = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Fee = table.Column<long>(type: "bigint", nullable: false),
                    Net = table.Column<long>(type: "bigint", nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Payment = table.Column<Guid>(type: "uuid", nullable: true),
                    Refund = table.Column<Guid>(type: "uuid", nullable: true),
                    Sale = table.Column<Guid>(type: "uuid", nullable: true),
                    Receipt = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_payout_line", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_provider_money",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Way = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Part = table.Column<Guid>(type: "uuid", nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Stands = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_provider_money", x => x.Seq);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_refund_tender_EndedAt",
                table: "pos_refund_tender",
                column: "EndedAt");

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_CreatedAt",
                table: "pos_payment",
                column: "CreatedAt");

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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "IX_pos_refund_tender_EndedAt",
                table: "pos_refund_tender");

            migrationBuilder.DropIndex(
                name: "IX_pos_payment_CreatedAt",
                table: "pos_payment");
        }
    }
}
