-- Hand-edited after generation: partitions, the exclusion constraint, checks, fill factors (see docs/architecture.md).
CREATE EXTENSION IF NOT EXISTS btree_gist;

-- CreateEnum
CREATE TYPE "space_kind" AS ENUM ('site', 'building', 'floor', 'room', 'zone', 'desk');

-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'viewer');

-- CreateTable
CREATE TABLE "space" (
    "id" SERIAL NOT NULL,
    "kind" "space_kind" NOT NULL,
    "parent_id" INTEGER,
    "name" TEXT,
    "vendor_name" TEXT,
    "vendor_name_at" TIMESTAMPTZ(6),
    "custom_id" TEXT,
    "capacity" INTEGER,
    "type" TEXT,
    "time_zone" TEXT,
    "sort_order" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "archived_at" TIMESTAMPTZ(6),

    CONSTRAINT "space_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "source" (
    "id" SERIAL NOT NULL,
    "vendor" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "name" TEXT,
    "custom_id" TEXT,
    "model" TEXT,
    "expected_interval_ms" INTEGER,
    "last_seen_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assignment" (
    "id" SERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "space_id" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6),
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reading" (
    "source_id" INTEGER NOT NULL,
    "metric" SMALLINT NOT NULL,
    "observed_at" TIMESTAMPTZ(6) NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "first_value" DOUBLE PRECISION NOT NULL,
    "revisions" INTEGER NOT NULL DEFAULT 0,
    "version" BIGINT NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "reading_pkey" PRIMARY KEY ("source_id","metric","observed_at")
) PARTITION BY RANGE ("observed_at");

-- CreateTable
CREATE TABLE "space_value" (
    "space_id" INTEGER NOT NULL,
    "metric" SMALLINT NOT NULL,
    "source_id" INTEGER NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "observed_at" TIMESTAMPTZ(6) NOT NULL,
    "version" BIGINT NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "band" SMALLINT NOT NULL,
    "band_since" TIMESTAMPTZ(6) NOT NULL,
    "shown_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "space_value_pkey" PRIMARY KEY ("space_id","metric","source_id")
);

-- CreateTable
CREATE TABLE "floor_feed" (
    "floor_id" INTEGER NOT NULL,
    "offset" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "floor_feed_pkey" PRIMARY KEY ("floor_id")
);

-- CreateTable
CREATE TABLE "floor_member" (
    "floor_id" INTEGER NOT NULL,
    "space_id" INTEGER NOT NULL,
    "offset" BIGINT NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "floor_member_pkey" PRIMARY KEY ("floor_id","space_id")
);

-- CreateTable
CREATE TABLE "feed_epoch" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "epoch" UUID NOT NULL DEFAULT gen_random_uuid(),

    CONSTRAINT "feed_epoch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "delivery" (
    "id" BIGSERIAL NOT NULL,
    "vendor" TEXT NOT NULL,
    "key" BYTEA NOT NULL,
    "event_day" DATE NOT NULL,
    "event_type" TEXT NOT NULL,
    "outcome" TEXT NOT NULL,
    "observed_at" TIMESTAMPTZ(6),
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "issues" TEXT[],
    "body" TEXT NOT NULL,

    CONSTRAINT "delivery_pkey" PRIMARY KEY ("vendor","key","event_day")
) PARTITION BY RANGE ("event_day");

-- CreateTable
CREATE TABLE "user" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "email_verified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "role" "role" NOT NULL DEFAULT 'viewer',
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "user_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "ip_address" TEXT,
    "user_agent" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" TEXT NOT NULL,
    "account_id" TEXT NOT NULL,
    "provider_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "access_token" TEXT,
    "refresh_token" TEXT,
    "id_token" TEXT,
    "access_token_expires_at" TIMESTAMPTZ(6),
    "refresh_token_expires_at" TIMESTAMPTZ(6),
    "scope" TEXT,
    "password" TEXT,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_request" BIGINT NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "server_secret" (
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "server_secret_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "audit_entry" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "actor_id" TEXT,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object_type" TEXT NOT NULL,
    "object_id" TEXT NOT NULL,
    "before" JSONB,
    "after" JSONB,

    CONSTRAINT "audit_entry_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "space_parent_id_idx" ON "space"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "source_vendor_kind_external_id_key" ON "source"("vendor", "kind", "external_id");

-- CreateIndex
CREATE INDEX "assignment_space_id_idx" ON "assignment"("space_id");

-- CreateIndex
CREATE INDEX "space_value_source_id_metric_idx" ON "space_value"("source_id", "metric");

-- CreateIndex
CREATE INDEX "delivery_id_idx" ON "delivery"("id");

-- CreateIndex
CREATE UNIQUE INDEX "user_email_key" ON "user"("email");

-- CreateIndex
CREATE UNIQUE INDEX "session_token_key" ON "session"("token");

-- CreateIndex
CREATE INDEX "session_user_id_idx" ON "session"("user_id");

-- CreateIndex
CREATE INDEX "account_user_id_idx" ON "account"("user_id");

-- CreateIndex
CREATE INDEX "verification_identifier_idx" ON "verification"("identifier");

-- CreateIndex
CREATE UNIQUE INDEX "rate_limit_key_key" ON "rate_limit"("key");

-- CreateIndex
CREATE INDEX "audit_entry_at_idx" ON "audit_entry"("at" DESC);

-- AddForeignKey
ALTER TABLE "space" ADD CONSTRAINT "space_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "space"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_value" ADD CONSTRAINT "space_value_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "space_value" ADD CONSTRAINT "space_value_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "floor_feed" ADD CONSTRAINT "floor_feed_floor_id_fkey" FOREIGN KEY ("floor_id") REFERENCES "space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "floor_member" ADD CONSTRAINT "floor_member_floor_id_fkey" FOREIGN KEY ("floor_id") REFERENCES "space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "floor_member" ADD CONSTRAINT "floor_member_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "account" ADD CONSTRAINT "account_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Whatever lies outside the partitions that lib/db/partitions.ts keeps.
CREATE TABLE "reading_default" PARTITION OF "reading" DEFAULT;
CREATE TABLE "delivery_default" PARTITION OF "delivery" DEFAULT;

-- A source feeds one space at a time.
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_no_overlap"
  EXCLUDE USING gist ("source_id" WITH =, tstzrange("starts_at", "ends_at") WITH &&);
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_order" CHECK ("ends_at" IS NULL OR "ends_at" > "starts_at");
ALTER TABLE "space" ADD CONSTRAINT "space_capacity" CHECK ("capacity" IS NULL OR "capacity" BETWEEN 0 AND 100000);

-- What every event looks up: small, and not touched by stamping (an index on the offset would make each stamp a new
-- index entry).
CREATE UNIQUE INDEX "assignment_open" ON "assignment" ("source_id") WHERE "ends_at" IS NULL;
CREATE UNIQUE INDEX "floor_member_present" ON "floor_member" ("space_id") WHERE NOT "removed";

-- Rewritten with every event: room for in-page updates keeps them from growing.
ALTER TABLE "space_value" SET (fillfactor = 60);
ALTER TABLE "floor_feed" SET (fillfactor = 50);
ALTER TABLE "floor_member" SET (fillfactor = 60);

INSERT INTO "feed_epoch" ("id") VALUES (1);
