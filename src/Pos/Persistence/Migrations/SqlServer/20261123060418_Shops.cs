using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class Shops : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pos_shop",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    Email = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    InvitedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: false),
                    InvitedBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: false),
                    CodeHash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    CodeUntil = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    WithdrawnAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Site = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    TaxClass = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    SetUpBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    AnswerHash = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    OpenedAt = table.Column<DateTime>(type: "datetime2(6)", precision: 6, nullable: true),
                    Enrolment = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Device = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Owner = table.Column<Guid>(type: "uniqueidentifier", nullable: true),
                    Way = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    BankAccount = table.Column<string>(type: "nvarchar(1200)", maxLength: 1200, nullable: true),
                    StripeAccount = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Stripe = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: true),
                    PayoutRevision = table.Column<long>(type: "bigint", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_shop", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_shop_CodeHash",
                table: "pos_shop",
                column: "CodeHash",
                unique: true,
                filter: "[CodeHash] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_pos_shop_Site",
                table: "pos_shop",
                column: "Site",
                unique: true,
                filter: "[Site] IS NOT NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_shop");
        }
    }
}
