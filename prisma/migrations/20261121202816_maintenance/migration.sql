-- AlterTable
ALTER TABLE "space_type" ADD COLUMN     "lunch" JSONB,
ADD COLUMN     "speakers" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "maintenance_window" (
    "id" SERIAL NOT NULL,
    "space_id" INTEGER,
    "source_id" INTEGER,
    "name" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(6) NOT NULL,
    "ends_at" TIMESTAMPTZ(6),
    "weekly" JSONB,
    "muted_kinds" JSONB,
    "created_by" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(6),

    CONSTRAINT "maintenance_window_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "maintenance_window_space_id_idx" ON "maintenance_window"("space_id");

-- CreateIndex
CREATE INDEX "maintenance_window_source_id_idx" ON "maintenance_window"("source_id");

-- AddForeignKey
ALTER TABLE "maintenance_window" ADD CONSTRAINT "maintenance_window_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "maintenance_window" ADD CONSTRAINT "maintenance_window_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Added after generation: it is about a space or about a source.
ALTER TABLE "maintenance_window" ADD CONSTRAINT "maintenance_window_scope" CHECK (num_nonnulls("space_id", "source_id") = 1);
