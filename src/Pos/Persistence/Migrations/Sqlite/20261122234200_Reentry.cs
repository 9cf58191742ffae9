using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Reentry : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "InsideNow",
                table: "pos_ticket_visit",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "OutNow",
                table: "pos_ticket_visit",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "UseDay",
                table: "pos_ticket_visit",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "InsideNow",
                table: "pos_ticket",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "OutNow",
                table: "pos_ticket",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateOnly>(
                name: "UseDay",
                table: "pos_ticket",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Again",
                table: "pos_scan",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "Leaving",
                table: "pos_scan",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "WentOut",
                table: "pos_scan",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Reentry",
                table: "pos_product",
                type: "TEXT",
                maxLength: 40,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "InsideNow",
                table: "pos_ticket_visit");

            migrationBuilder.DropColumn(
                name: "OutNow",
                table: "pos_ticket_visit");

            migrationBuilder.DropColumn(
                name: "UseDay",
                table: "pos_ticket_visit");

            migrationBuilder.DropColumn(
                name: "InsideNow",
                table: "pos_ticket");

            migrationBuilder.DropColumn(
                name: "OutNow",
                table: "pos_ticket");

            migrationBuilder.DropColumn(
                name: "UseDay",
                table: "pos_ticket");

            migrationBuilder.DropColumn(
                name: "Again",
                table: "pos_scan");

            migrationBuilder.DropColumn(
                name: "Leaving",
                table: "pos_scan");

            migrationBuilder.DropColumn(
                name: "WentOut",
                table: "pos_scan");

            migrationBuilder.DropColumn(
                name: "Reentry",
                table: "pos_product");
        }
    }
}
