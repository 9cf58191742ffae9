using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class PaymentCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AlterColumn<long>(
                name: "RefundSeq",
                table: "pos_refund_tender",
                type: "bigint",
                nullable: true,
                oldClrType: typeof(long),
                oldType: "bigint");

            migrationBuilder.AddColumn<string>(
                name: "Intent",
                table: "pos_refund_tender",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "DecidedAt",
                table: "pos_payment",
                type: "datetime2(6)",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecidedBy",
                table: "pos_payment",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Decision",
                table: "pos_payment",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "DecisionNote",
                table: "pos_payment",
                type: "nvarchar(500)",
                maxLength: 500,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Stray",
                table: "pos_payment",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_State_DecidedAt",
                table: "pos_payment",
                columns: new[] { "State", "DecidedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_pos_payment_State_DecidedAt",
                table: "pos_payment");

            migrationBuilder.DropColumn(
                name: "Intent",
                table: "pos_refund_tender");

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
                name: "Stray",
                table: "pos_payment");

            migrationBuilder.AlterColumn<long>(
                name: "RefundSeq",
                table: "pos_refund_tender",
                type: "bigint",
                nullable: false,
                defaultValue: 0L,
                oldClrType: typeof(long),
                oldType: "bigint",
                oldNullable: true);
        }
    }
}
