using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Devices : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "Device",
                table: "pos_till_epoch",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Device",
                table: "pos_scan",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Device",
                table: "pos_sale",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Person",
                table: "pos_sale",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Device",
                table: "pos_refund",
                type: "uniqueidentifier",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PinHash",
                table: "pos_account",
                type: "nvarchar(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "PinVersion",
                table: "pos_account",
                type: "int",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "pos_device",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Site = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Till = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Gate = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    EnrolledBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CodeHash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    CodeUntil = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Enrolment = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    CredentialHash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    EnrolledAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    LastSeenAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    App = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Waiting = table.Column<int>(type: "int", nullable: false),
                    RevokedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    ForgetAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    ForgottenAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    HandedOverAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_device", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "pos_device_pin_tries",
                columns: table => new
                {
                    Device = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Account = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Missed = table.Column<int>(type: "int", nullable: false),
                    WaitUntil = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_device_pin_tries", x => new { x.Device, x.Account });
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_device_CodeHash",
                table: "pos_device",
                column: "CodeHash",
                unique: true,
                filter: "[CodeHash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_pos_device_CredentialHash",
                table: "pos_device",
                column: "CredentialHash",
                unique: true,
                filter: "[CredentialHash] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_device");

            migrationBuilder.DropTable(
                name: "pos_device_pin_tries");

            migrationBuilder.DropColumn(
                name: "Device",
                table: "pos_till_epoch");

            migrationBuilder.DropColumn(
                name: "Device",
                table: "pos_scan");

            migrationBuilder.DropColumn(
                name: "Device",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "Person",
                table: "pos_sale");

            migrationBuilder.DropColumn(
                name: "Device",
                table: "pos_refund");

            migrationBuilder.DropColumn(
                name: "PinHash",
                table: "pos_account");

            migrationBuilder.DropColumn(
                name: "PinVersion",
                table: "pos_account");
        }
    }
}
