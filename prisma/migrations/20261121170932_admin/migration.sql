-- Hand-edited after generation: existing types and custom ids are carried over, and suggestions get their index.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- AlterEnum
ALTER TYPE "role" ADD VALUE 'operator';
ALTER TYPE "role" ADD VALUE 'site_admin';

-- AlterTable
ALTER TABLE "assignment" ADD COLUMN     "assigned_by" TEXT;

-- AlterTable
ALTER TABLE "audit_entry" ADD COLUMN     "address" TEXT,
ADD COLUMN     "site_id" INTEGER;

-- AlterTable
ALTER TABLE "source" ADD COLUMN     "ignored_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "space_type" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "space_kind",
    "capacity" INTEGER,
    "hold_minutes" INTEGER,
    "target_percent" INTEGER,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "space_type_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "space_type_name_key" ON "space_type"("name");

-- AlterTable
ALTER TABLE "space" ADD COLUMN     "holidays" JSONB,
ADD COLUMN     "tags" TEXT[] DEFAULT ARRAY[]::TEXT[],
ADD COLUMN     "type_id" INTEGER,
ADD COLUMN     "vendor_custom_id" TEXT,
ADD COLUMN     "working_hours" JSONB;

-- What spaces were used as becomes a type of its own; ids that vendors said move to their own column.
INSERT INTO "space_type" ("name") SELECT DISTINCT "type" FROM "space" WHERE "type" IS NOT NULL;
UPDATE "space" SET "type_id" = t."id" FROM "space_type" t WHERE t."name" = "space"."type";
UPDATE "space" SET "vendor_custom_id" = "custom_id", "custom_id" = NULL WHERE "vendor_name" IS NOT NULL;
ALTER TABLE "space" DROP COLUMN "type";

-- AlterTable
ALTER TABLE "user" ADD COLUMN     "disabled_at" TIMESTAMPTZ(6),
ADD COLUMN     "is_scoped" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "two_factor_enabled" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "floor_plan" (
    "floor_id" INTEGER NOT NULL,
    "draft" JSONB,
    "draft_revision" INTEGER NOT NULL DEFAULT 0,
    "draft_saved_at" TIMESTAMPTZ(6),
    "draft_saved_by" TEXT,
    "published" JSONB,
    "published_revision" INTEGER NOT NULL DEFAULT 0,
    "published_at" TIMESTAMPTZ(6),
    "published_by" TEXT,

    CONSTRAINT "floor_plan_pkey" PRIMARY KEY ("floor_id")
);

-- CreateTable
CREATE TABLE "drawing" (
    "id" SERIAL NOT NULL,
    "floor_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "shown_type" TEXT NOT NULL,
    "shown" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "original_type" TEXT NOT NULL,
    "original" BYTEA NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by" TEXT NOT NULL,

    CONSTRAINT "drawing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "user_site" (
    "user_id" TEXT NOT NULL,
    "site_id" INTEGER NOT NULL,

    CONSTRAINT "user_site_pkey" PRIMARY KEY ("user_id","site_id")
);

-- CreateTable
CREATE TABLE "two_factor" (
    "id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "backup_codes" TEXT NOT NULL,
    "verified" BOOLEAN NOT NULL DEFAULT true,
    "failed_verification_count" INTEGER NOT NULL DEFAULT 0,
    "locked_until" TIMESTAMPTZ(6),

    CONSTRAINT "two_factor_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "invite" (
    "id" SERIAL NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "role" "role" NOT NULL,
    "is_scoped" BOOLEAN NOT NULL,
    "site_ids" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "invited_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "accepted_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "invite_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_token" (
    "id" SERIAL NOT NULL,
    "name" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "prefix" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "scopes" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(6) NOT NULL,
    "last_used_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "api_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "setting" (
    "name" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "setting_pkey" PRIMARY KEY ("name")
);

-- CreateIndex
CREATE INDEX "drawing_floor_id_idx" ON "drawing"("floor_id");

-- CreateIndex
CREATE INDEX "two_factor_secret_idx" ON "two_factor"("secret");

-- CreateIndex
CREATE INDEX "two_factor_user_id_idx" ON "two_factor"("user_id");

-- CreateIndex
CREATE UNIQUE INDEX "invite_token_hash_key" ON "invite"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "api_token_token_hash_key" ON "api_token"("token_hash");

-- CreateIndex
CREATE INDEX "api_token_user_id_idx" ON "api_token"("user_id");

-- CreateIndex
CREATE INDEX "audit_entry_object_type_object_id_idx" ON "audit_entry"("object_type", "object_id");

-- CreateIndex
CREATE INDEX "space_type_id_idx" ON "space"("type_id");

-- AddForeignKey
ALTER TABLE "space" ADD CONSTRAINT "space_type_id_fkey" FOREIGN KEY ("type_id") REFERENCES "space_type"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "floor_plan" ADD CONSTRAINT "floor_plan_floor_id_fkey" FOREIGN KEY ("floor_id") REFERENCES "space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "drawing" ADD CONSTRAINT "drawing_floor_id_fkey" FOREIGN KEY ("floor_id") REFERENCES "space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_site" ADD CONSTRAINT "user_site_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "user_site" ADD CONSTRAINT "user_site_site_id_fkey" FOREIGN KEY ("site_id") REFERENCES "space"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "two_factor" ADD CONSTRAINT "two_factor_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_token" ADD CONSTRAINT "api_token_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- "Which space sounds like this?", nearest first.
CREATE INDEX "space_name_trgm" ON "space" USING gist (lower(coalesce("name", "vendor_name")) gist_trgm_ops);
