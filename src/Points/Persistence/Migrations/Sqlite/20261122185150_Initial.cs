using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Tourism.Points.Persistence.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "points_budget_lines",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    FiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Appropriation = table.Column<long>(type: "INTEGER", nullable: false),
                    Issued = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_budget_lines", x => x.Seq);
                    table.UniqueConstraint("AK_points_budget_lines_Programme_FiscalYear", x => new { x.Programme, x.FiscalYear });
                    table.CheckConstraint("CK_points_budget_lines_bounds", "\"Issued\" >= 0 AND \"Issued\" <= \"Appropriation\"");
                });

            migrationBuilder.CreateTable(
                name: "points_members",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    Card = table.Column<string>(type: "TEXT", maxLength: 26, nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_members", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "points_operations",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RequestHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Refusal = table.Column<string>(type: "TEXT", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_operations", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "points_outbox",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Topic = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    SentAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    LastError = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_outbox", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "points_programmes",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RuleVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsPaid = table.Column<bool>(type: "INTEGER", nullable: false),
                    Expiry = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Article = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_programmes", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "points_wallets",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Balance = table.Column<long>(type: "INTEGER", nullable: false),
                    Held = table.Column<long>(type: "INTEGER", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_wallets", x => x.Seq);
                    table.UniqueConstraint("AK_points_wallets_Member", x => x.Member);
                    table.CheckConstraint("CK_points_wallets_bounds", "\"Held\" >= 0 AND \"Held\" <= \"Balance\"");
                });

            migrationBuilder.CreateTable(
                name: "points_entries",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OperationSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    Debit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Credit = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Reason = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_entries", x => x.Seq);
                    table.CheckConstraint("CK_points_entries_accounts", "\"Debit\" <> \"Credit\"");
                    table.CheckConstraint("CK_points_entries_amount", "\"Amount\" > 0");
                    table.ForeignKey(
                        name: "FK_points_entries_points_operations_OperationSeq",
                        column: x => x.OperationSeq,
                        principalTable: "points_operations",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "points_holds",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Shop = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    ShopName = table.Column<string>(type: "TEXT", maxLength: -1, nullable: false),
                    Points = table.Column<long>(type: "INTEGER", nullable: false),
                    Owner = table.Column<Guid>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HeldAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    ResolvedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_holds", x => x.Seq);
                    table.CheckConstraint("CK_points_holds_points", "\"Points\" > 0");
                    table.ForeignKey(
                        name: "FK_points_holds_points_wallets_Member",
                        column: x => x.Member,
                        principalTable: "points_wallets",
                        principalColumn: "Member",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "points_lots",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Member = table.Column<Guid>(type: "TEXT", nullable: false),
                    Programme = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    RuleVersion = table.Column<int>(type: "INTEGER", nullable: false),
                    FiscalYear = table.Column<int>(type: "INTEGER", nullable: false),
                    Issuer = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    IsPaid = table.Column<bool>(type: "INTEGER", nullable: false),
                    Granted = table.Column<long>(type: "INTEGER", nullable: false),
                    Remaining = table.Column<long>(type: "INTEGER", nullable: false),
                    Held = table.Column<long>(type: "INTEGER", nullable: false),
                    ValidFrom = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    GrantedAt = table.Column<DateTime>(type: "TEXT", precision: 6, nullable: false),
                    Evidence = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_lots", x => x.Seq);
                    table.CheckConstraint("CK_points_lots_bounds", "\"Held\" >= 0 AND \"Held\" <= \"Remaining\" AND \"Remaining\" <= \"Granted\" AND \"Granted\" > 0");
                    table.ForeignKey(
                        name: "FK_points_lots_points_budget_lines_Programme_FiscalYear",
                        columns: x => new { x.Programme, x.FiscalYear },
                        principalTable: "points_budget_lines",
                        principalColumns: new[] { "Programme", "FiscalYear" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_points_lots_points_wallets_Member",
                        column: x => x.Member,
                        principalTable: "points_wallets",
                        principalColumn: "Member",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "points_hold_lots",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LotSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    HoldSeq = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_hold_lots", x => x.Seq);
                    table.CheckConstraint("CK_points_hold_lots_amount", "\"Amount\" > 0");
                    table.ForeignKey(
                        name: "FK_points_hold_lots_points_holds_HoldSeq",
                        column: x => x.HoldSeq,
                        principalTable: "points_holds",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_points_hold_lots_points_lots_LotSeq",
                        column: x => x.LotSeq,
                        principalTable: "points_lots",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "points_lot_consumptions",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    LotSeq = table.Column<long>(type: "INTEGER", nullable: false),
                    Amount = table.Column<long>(type: "INTEGER", nullable: false),
                    EntrySeq = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_points_lot_consumptions", x => x.Seq);
                    table.CheckConstraint("CK_points_lot_consumptions_amount", "\"Amount\" > 0");
                    table.ForeignKey(
                        name: "FK_points_lot_consumptions_points_entries_EntrySeq",
                        column: x => x.EntrySeq,
                        principalTable: "points_entries",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_points_lot_consumptions_points_lots_LotSeq",
                        column: x => x.LotSeq,
                        principalTable: "points_lots",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_points_entries_Credit_Seq",
                table: "points_entries",
                columns: new[] { "Credit", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_points_entries_Debit_Seq",
                table: "points_entries",
                columns: new[] { "Debit", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_points_entries_OperationSeq",
                table: "points_entries",
                column: "OperationSeq");

            migrationBuilder.CreateIndex(
                name: "IX_points_hold_lots_HoldSeq",
                table: "points_hold_lots",
                column: "HoldSeq");

            migrationBuilder.CreateIndex(
                name: "IX_points_hold_lots_LotSeq",
                table: "points_hold_lots",
                column: "LotSeq");

            migrationBuilder.CreateIndex(
                name: "IX_points_holds_Id",
                table: "points_holds",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_points_holds_Member_State_Seq",
                table: "points_holds",
                columns: new[] { "Member", "State", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_points_holds_State_HeldAt",
                table: "points_holds",
                columns: new[] { "State", "HeldAt" });

            migrationBuilder.CreateIndex(
                name: "IX_points_lot_consumptions_EntrySeq",
                table: "points_lot_consumptions",
                column: "EntrySeq");

            migrationBuilder.CreateIndex(
                name: "IX_points_lot_consumptions_LotSeq",
                table: "points_lot_consumptions",
                column: "LotSeq");

            migrationBuilder.CreateIndex(
                name: "IX_points_lots_Id",
                table: "points_lots",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_points_lots_Member_ExpiresOn",
                table: "points_lots",
                columns: new[] { "Member", "ExpiresOn" });

            migrationBuilder.CreateIndex(
                name: "IX_points_lots_Programme_FiscalYear",
                table: "points_lots",
                columns: new[] { "Programme", "FiscalYear" });

            migrationBuilder.CreateIndex(
                name: "IX_points_members_Card",
                table: "points_members",
                column: "Card",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_points_members_Id",
                table: "points_members",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_points_operations_Id",
                table: "points_operations",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_points_outbox_Id",
                table: "points_outbox",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_points_outbox_State_Key_Seq",
                table: "points_outbox",
                columns: new[] { "State", "Key", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_points_outbox_State_NextTryAt_Seq",
                table: "points_outbox",
                columns: new[] { "State", "NextTryAt", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_points_programmes_Code_RuleVersion",
                table: "points_programmes",
                columns: new[] { "Code", "RuleVersion" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "points_hold_lots");

            migrationBuilder.DropTable(
                name: "points_lot_consumptions");

            migrationBuilder.DropTable(
                name: "points_members");

            migrationBuilder.DropTable(
                name: "points_outbox");

            migrationBuilder.DropTable(
                name: "points_programmes");

            migrationBuilder.DropTable(
                name: "points_holds");

            migrationBuilder.DropTable(
                name: "points_entries");

            migrationBuilder.DropTable(
                name: "points_lots");

            migrationBuilder.DropTable(
                name: "points_operations");

            migrationBuilder.DropTable(
                name: "points_budget_lines");

            migrationBuilder.DropTable(
                name: "points_wallets");
        }
    }
}
