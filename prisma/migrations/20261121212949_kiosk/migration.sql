-- CreateTable
CREATE TABLE "kiosk" (
    "id" SERIAL NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "code" TEXT,
    "code_ends_at" TIMESTAMPTZ(6),
    "name" TEXT NOT NULL DEFAULT '',
    "site_id" INTEGER,
    "floor_ids" INTEGER[] DEFAULT ARRAY[]::INTEGER[],
    "turn_s" INTEGER NOT NULL DEFAULT 20,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "approved_at" TIMESTAMPTZ(6),
    "approved_by" TEXT,
    "last_seen_at" TIMESTAMPTZ(6),
    "revoked_at" TIMESTAMPTZ(6),

    CONSTRAINT "kiosk_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "kiosk_token_hash_key" ON "kiosk"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "kiosk_code_key" ON "kiosk"("code");
