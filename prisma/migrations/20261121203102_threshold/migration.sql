-- CreateTable
CREATE TABLE "threshold" (
    "id" SERIAL NOT NULL,
    "space_id" INTEGER,
    "metric" SMALLINT NOT NULL,
    "limits" DOUBLE PRECISION[],
    "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "threshold_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "threshold_limits_check" CHECK (cardinality("limits") = 4)
);

-- CreateIndex: what counts everywhere is one row per metric, too
CREATE UNIQUE INDEX "threshold_space_id_metric_key" ON "threshold"("space_id", "metric") NULLS NOT DISTINCT;

-- AddForeignKey
ALTER TABLE "threshold" ADD CONSTRAINT "threshold_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- "Which device has this in its name or id?"
CREATE INDEX "source_name_trgm" ON "source" USING gin (lower(coalesce("name", '') || ' ' || "external_id") gin_trgm_ops);
