using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace Tourism.Pos.Persistence.Migrations.PostgreSql
{
    /// <inheritdoc />
    public partial class Initial : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "pos_cookie_key",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    FriendlyName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Xml = table.Column<string>(type: "text", maxLength: -1, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_cookie_key", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "pos_hold_use",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Hold = table.Column<Guid>(type: "uuid", nullable: false),
                    Sale = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_hold_use", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_issuer",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RegistrationNumber = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Rounding = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name_En = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_Ja = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name_Ko = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_ZhHans = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_ZhHant = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_issuer", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_outbox",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Topic = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    SentAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    LastError = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_outbox", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_payment",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Sale = table.Column<Guid>(type: "uuid", nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Language = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    RequestHash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    PageToken = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Review = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    EndedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    NextTryAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    LeasedUntil = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_payment", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_sale",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestHash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Till = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Epoch = table.Column<int>(type: "integer", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    BusinessDate = table.Column<DateOnly>(type: "date", nullable: false),
                    Language = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    ServerTotal = table.Column<long>(type: "bigint", nullable: true),
                    ReceiptToken = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    EndedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_sale", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_sandbox_event",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    DeliveredAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_sandbox_event", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_sandbox_object",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Kind = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Related = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    CreatedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    ExpiresAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    Body = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    Hidden = table.Column<string>(type: "text", maxLength: -1, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_sandbox_object", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_sandbox_replay",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Key = table.Column<string>(type: "character varying(255)", maxLength: 255, nullable: false),
                    Fingerprint = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Status = table.Column<int>(type: "integer", nullable: false),
                    Body = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_sandbox_replay", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_sandbox_secret",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Value = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_sandbox_secret", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_scan",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    RequestHash = table.Column<string>(type: "character(64)", fixedLength: true, maxLength: 64, nullable: false),
                    Gate = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Ticket = table.Column<Guid>(type: "uuid", nullable: true),
                    Outcome = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Admitted = table.Column<int>(type: "integer", nullable: false),
                    Remaining = table.Column<int>(type: "integer", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    LastUsedGate = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    By = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    OccurredAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    RecordedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_scan", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_site",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Issuer = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name_En = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_Ja = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name_Ko = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_ZhHans = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_ZhHant = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_site", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_stripe_event",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Account = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    EventId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Type = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    ReceivedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Attempts = table.Column<int>(type: "integer", nullable: false),
                    NextTryAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    LastError = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_stripe_event", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_tax_rate",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Class = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Percent = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_tax_rate", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_ticket",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Sale = table.Column<Guid>(type: "uuid", nullable: false),
                    Site = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Code = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: false),
                    People = table.Column<int>(type: "integer", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Admitted = table.Column<int>(type: "integer", nullable: false),
                    LastUsedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    LastUsedGate = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_ticket", x => x.Seq);
                    table.CheckConstraint("CK_pos_ticket_admitted", "\"Admitted\" >= 0 AND \"Admitted\" <= \"People\"");
                });

            migrationBuilder.CreateTable(
                name: "pos_ticket_key",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    KeyId = table.Column<long>(type: "bigint", nullable: false),
                    PublicKey = table.Column<byte[]>(type: "bytea", maxLength: 200, nullable: false),
                    ListedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_ticket_key", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_till_epoch",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Till = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Epoch = table.Column<int>(type: "integer", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_till_epoch", x => x.Seq);
                });

            migrationBuilder.CreateTable(
                name: "pos_payment_attempt",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    LivePayment = table.Column<Guid>(type: "uuid", nullable: true),
                    Key = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Body = table.Column<string>(type: "text", maxLength: -1, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: false),
                    SessionId = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Url = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: true),
                    PaymentSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_payment_attempt", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_payment_attempt_pos_payment_PaymentSeq",
                        column: x => x.PaymentSeq,
                        principalTable: "pos_payment",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_sale_line",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Product = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Quantity = table.Column<int>(type: "integer", nullable: false),
                    UnitPrice = table.Column<long>(type: "bigint", nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    TaxPercent = table.Column<int>(type: "integer", nullable: false),
                    SaleSeq = table.Column<long>(type: "bigint", nullable: false),
                    Name_En = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_Ja = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name_Ko = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_ZhHans = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_ZhHant = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_sale_line", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_sale_line_pos_sale_SaleSeq",
                        column: x => x.SaleSeq,
                        principalTable: "pos_sale",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_sale_tax",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Percent = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<long>(type: "bigint", nullable: false),
                    Tax = table.Column<long>(type: "bigint", nullable: false),
                    SaleSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_sale_tax", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_sale_tax_pos_sale_SaleSeq",
                        column: x => x.SaleSeq,
                        principalTable: "pos_sale",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_tender",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    Received = table.Column<long>(type: "bigint", nullable: true),
                    Hold = table.Column<Guid>(type: "uuid", nullable: true),
                    PaidAt = table.Column<DateTime>(type: "timestamp(6) with time zone", precision: 6, nullable: true),
                    SaleSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_tender", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_tender_pos_sale_SaleSeq",
                        column: x => x.SaleSeq,
                        principalTable: "pos_sale",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_place",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SiteSeq = table.Column<long>(type: "bigint", nullable: false),
                    Name_En = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_Ja = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name_Ko = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_ZhHans = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_ZhHant = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_place", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_place_pos_site_SiteSeq",
                        column: x => x.SiteSeq,
                        principalTable: "pos_site",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_product",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    No = table.Column<int>(type: "integer", nullable: false),
                    Code = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    TaxClass = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    SiteSeq = table.Column<long>(type: "bigint", nullable: false),
                    Name_En = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_Ja = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Name_Ko = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_ZhHans = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Name_ZhHant = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_product", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_product_pos_site_SiteSeq",
                        column: x => x.SiteSeq,
                        principalTable: "pos_site",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pos_price",
                columns: table => new
                {
                    Seq = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Amount = table.Column<long>(type: "bigint", nullable: false),
                    ProductSeq = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_pos_price", x => x.Seq);
                    table.ForeignKey(
                        name: "FK_pos_price_pos_product_ProductSeq",
                        column: x => x.ProductSeq,
                        principalTable: "pos_product",
                        principalColumn: "Seq",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_pos_hold_use_Hold",
                table: "pos_hold_use",
                column: "Hold",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_issuer_Code",
                table: "pos_issuer",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_outbox_Id",
                table: "pos_outbox",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_outbox_State_Key_Seq",
                table: "pos_outbox",
                columns: new[] { "State", "Key", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_outbox_State_NextTryAt_Seq",
                table: "pos_outbox",
                columns: new[] { "State", "NextTryAt", "Seq" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_Id",
                table: "pos_payment",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_NextTryAt",
                table: "pos_payment",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_PageToken",
                table: "pos_payment",
                column: "PageToken",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_attempt_Key",
                table: "pos_payment_attempt",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_attempt_LivePayment",
                table: "pos_payment_attempt",
                column: "LivePayment",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_attempt_PaymentSeq_Number",
                table: "pos_payment_attempt",
                columns: new[] { "PaymentSeq", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_payment_attempt_SessionId",
                table: "pos_payment_attempt",
                column: "SessionId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_place_Kind_Code",
                table: "pos_place",
                columns: new[] { "Kind", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_place_SiteSeq",
                table: "pos_place",
                column: "SiteSeq");

            migrationBuilder.CreateIndex(
                name: "IX_pos_price_ProductSeq_From",
                table: "pos_price",
                columns: new[] { "ProductSeq", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_product_SiteSeq_Code",
                table: "pos_product",
                columns: new[] { "SiteSeq", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_product_SiteSeq_No",
                table: "pos_product",
                columns: new[] { "SiteSeq", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_sale_Id",
                table: "pos_sale",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_sale_ReceiptToken",
                table: "pos_sale",
                column: "ReceiptToken",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_sale_Site_BusinessDate",
                table: "pos_sale",
                columns: new[] { "Site", "BusinessDate" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_sale_Till_Epoch_Number",
                table: "pos_sale",
                columns: new[] { "Till", "Epoch", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_sale_line_SaleSeq_No",
                table: "pos_sale_line",
                columns: new[] { "SaleSeq", "No" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_sale_tax_SaleSeq_Percent",
                table: "pos_sale_tax",
                columns: new[] { "SaleSeq", "Percent" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_sandbox_event_Id",
                table: "pos_sandbox_event",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_sandbox_event_NextTryAt",
                table: "pos_sandbox_event",
                column: "NextTryAt");

            migrationBuilder.CreateIndex(
                name: "IX_pos_sandbox_object_Id",
                table: "pos_sandbox_object",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_sandbox_object_Kind_CreatedAt",
                table: "pos_sandbox_object",
                columns: new[] { "Kind", "CreatedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_sandbox_object_Related",
                table: "pos_sandbox_object",
                column: "Related");

            migrationBuilder.CreateIndex(
                name: "IX_pos_sandbox_replay_Key",
                table: "pos_sandbox_replay",
                column: "Key",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_sandbox_secret_Name",
                table: "pos_sandbox_secret",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_scan_Id",
                table: "pos_scan",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_scan_Ticket",
                table: "pos_scan",
                column: "Ticket");

            migrationBuilder.CreateIndex(
                name: "IX_pos_site_Code",
                table: "pos_site",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_site_No",
                table: "pos_site",
                column: "No",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_stripe_event_Account_EventId",
                table: "pos_stripe_event",
                columns: new[] { "Account", "EventId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_stripe_event_State_NextTryAt",
                table: "pos_stripe_event",
                columns: new[] { "State", "NextTryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_pos_tax_rate_Class_From",
                table: "pos_tax_rate",
                columns: new[] { "Class", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_tender_Id",
                table: "pos_tender",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_tender_SaleSeq",
                table: "pos_tender",
                column: "SaleSeq");

            migrationBuilder.CreateIndex(
                name: "IX_pos_ticket_Id",
                table: "pos_ticket",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_ticket_Sale",
                table: "pos_ticket",
                column: "Sale");

            migrationBuilder.CreateIndex(
                name: "IX_pos_ticket_key_KeyId",
                table: "pos_ticket_key",
                column: "KeyId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_till_epoch_Id",
                table: "pos_till_epoch",
                column: "Id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_pos_till_epoch_Till_Epoch",
                table: "pos_till_epoch",
                columns: new[] { "Till", "Epoch" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "pos_cookie_key");

            migrationBuilder.DropTable(
                name: "pos_hold_use");

            migrationBuilder.DropTable(
                name: "pos_issuer");

            migrationBuilder.DropTable(
                name: "pos_outbox");

            migrationBuilder.DropTable(
                name: "pos_payment_attempt");

            migrationBuilder.DropTable(
                name: "pos_place");

            migrationBuilder.DropTable(
                name: "pos_price");

            migrationBuilder.DropTable(
                name: "pos_sale_line");

            migrationBuilder.DropTable(
                name: "pos_sale_tax");

            migrationBuilder.DropTable(
                name: "pos_sandbox_event");

            migrationBuilder.DropTable(
                name: "pos_sandbox_object");

            migrationBuilder.DropTable(
                name: "pos_sandbox_replay");

            migrationBuilder.DropTable(
                name: "pos_sandbox_secret");

            migrationBuilder.DropTable(
                name: "pos_scan");

            migrationBuilder.DropTable(
                name: "pos_stripe_event");

            migrationBuilder.DropTable(
                name: "pos_tax_rate");

            migrationBuilder.DropTable(
                name: "pos_tender");

            migrationBuilder.DropTable(
                name: "pos_ticket");

            migrationBuilder.DropTable(
                name: "pos_ticket_key");

            migrationBuilder.DropTable(
                name: "pos_till_epoch");

            migrationBuilder.DropTable(
                name: "pos_payment");

            migrationBuilder.DropTable(
                name: "pos_product");

            migrationBuilder.DropTable(
                name: "pos_sale");

            migrationBuilder.DropTable(
                name: "pos_site");
        }
    }
}
