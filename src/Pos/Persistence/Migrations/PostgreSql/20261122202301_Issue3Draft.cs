using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Issue3Draft : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<long>(
                name: "Key",
                table: "pos_till_epoch",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "RevokedAt",
                table: "pos_ticket_key",
                type: "timestamp(6) with time zone",
                precision: 6,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Site",
                table: "pos_ticket_key",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Till",
                table: "pos_ticket_key",
                type: "character varying(200)",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AlterColumn<Guid>(
                name: "Sale",
                table: "pos_ticket",
                type: "uuid",
                nullable: true,
                oldClrType: typeof(Guid),
                oldType: "uuid");

            migrationBuilder.AddColumn<string>(
                name: "Standing",
                table: "pos_ticket",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "Standing",
                table: "pos_ticket");

            migrationBuilder.AlterColumn<Guid>(
                name: "Sale",
                table: "pos_ticket",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"),
                oldClrType: typeof(Guid),
                oldType: "uuid",
                oldNullable: true);
        }
    }
}
