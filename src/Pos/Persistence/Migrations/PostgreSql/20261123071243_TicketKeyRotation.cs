using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class TicketKeyRotation : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "pos_ticket_key",
                type: "timestamp(6) with time zone",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastUsedAt",
                table: "pos_ticket_key",
                type: "timestamp(6) with time zone",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RenewAskedAt",
                table: "pos_ticket_key",
                type: "timestamp(6) with time zone",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Rotation",
                table: "pos_ticket_key",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "Secret",
                table: "pos_ticket_key",
                type: "bytea",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "SignsUntil",
                table: "pos_ticket_key",
                type: "timestamp(6) with time zone",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "PublicKey",
                table: "pos_device",
                type: "bytea",
                maxLength: 200,
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_ticket_key_Rotation",
                table: "pos_ticket_key",
                column: "Rotation",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_pos_ticket_key_Rotation",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "LastUsedAt",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "RenewAskedAt",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "Rotation",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "Secret",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "SignsUntil",
                table: "pos_ticket_key");

            migrationBuilder.DropColumn(
                name: "PublicKey",
                table: "pos_device");
        }
    }
}
