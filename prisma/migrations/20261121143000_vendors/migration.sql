-- AlterTable
ALTER TABLE "reading" ADD COLUMN     "changed_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "flags" SMALLINT NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "source" DROP COLUMN "last_seen_at",
DROP COLUMN "model",
ADD COLUMN     "named_at" TIMESTAMPTZ(6);

-- CreateTable
CREATE TABLE "source_value" (
    "source_id" INTEGER NOT NULL,
    "metric" SMALLINT NOT NULL,
    "value" DOUBLE PRECISION NOT NULL,
    "observed_at" TIMESTAMPTZ(6) NOT NULL,
    "version" BIGINT NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,
    "flags" SMALLINT NOT NULL DEFAULT 0,
    "band" SMALLINT NOT NULL,
    "band_since" TIMESTAMPTZ(6) NOT NULL,
    "shown_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "source_value_pkey" PRIMARY KEY ("source_id","metric")
);

-- CreateTable
CREATE TABLE "source_fact" (
    "source_id" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "observed_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "source_fact_pkey" PRIMARY KEY ("source_id","name")
);

-- CreateTable
CREATE TABLE "booking" (
    "vendor" TEXT NOT NULL,
    "external_id" TEXT NOT NULL,
    "source_id" INTEGER NOT NULL,
    "starts_at" TIMESTAMPTZ(6),
    "ends_at" TIMESTAMPTZ(6),
    "topic" TEXT,
    "reserved_for" TEXT,
    "said_at" TIMESTAMPTZ(6),
    "checked_in_at" TIMESTAMPTZ(6),
    "checked_out_at" TIMESTAMPTZ(6),
    "cancelled_at" TIMESTAMPTZ(6),

    CONSTRAINT "booking_pkey" PRIMARY KEY ("vendor","external_id")
);

-- CreateTable
CREATE TABLE "visit_event" (
    "id" BIGSERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,
    "change" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "invitation_id" TEXT NOT NULL DEFAULT '',
    "visitor" TEXT NOT NULL,
    "host_id" TEXT NOT NULL,
    "starts_at" TIMESTAMPTZ(6),
    "ends_at" TIMESTAMPTZ(6),
    "visitor_name" TEXT,
    "host_name" TEXT,

    CONSTRAINT "visit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "signal" (
    "source_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "phase" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "received_at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "signal_pkey" PRIMARY KEY ("source_id","code","at","phase")
);

-- CreateTable
CREATE TABLE "feed_minute" (
    "vendor" TEXT NOT NULL,
    "minute" TIMESTAMPTZ(0) NOT NULL,
    "received" INTEGER NOT NULL DEFAULT 0,
    "duplicates" INTEGER NOT NULL DEFAULT 0,
    "unhandled" INTEGER NOT NULL DEFAULT 0,
    "quarantined" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "unavailable" INTEGER NOT NULL DEFAULT 0,
    "lags" INTEGER[],

    CONSTRAINT "feed_minute_pkey" PRIMARY KEY ("vendor","minute")
);

-- CreateTable
CREATE TABLE "vendor_refusal" (
    "vendor" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "skew_s" INTEGER,
    "count" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "vendor_refusal_pkey" PRIMARY KEY ("vendor","reason")
);

-- CreateTable
CREATE TABLE "vendor_secret" (
    "vendor" TEXT NOT NULL,
    "slot" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "set_by" TEXT NOT NULL,

    CONSTRAINT "vendor_secret_pkey" PRIMARY KEY ("vendor","slot")
);

-- CreateIndex
CREATE INDEX "booking_source_id_ends_at_idx" ON "booking"("source_id", "ends_at");

-- CreateIndex
CREATE INDEX "visit_event_at_idx" ON "visit_event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "visit_event_source_id_visitor_host_id_change_at_invitation__key" ON "visit_event"("source_id", "visitor", "host_id", "change", "at", "invitation_id");

-- CreateIndex
CREATE INDEX "signal_at_idx" ON "signal"("at");

-- AddForeignKey
ALTER TABLE "source_value" ADD CONSTRAINT "source_value_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_fact" ADD CONSTRAINT "source_fact_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "booking" ADD CONSTRAINT "booking_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "visit_event" ADD CONSTRAINT "visit_event_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "signal" ADD CONSTRAINT "signal_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- "Now" belongs to the source, in whatever space it stands; what is known is kept.
INSERT INTO "source_value" (source_id, metric, value, observed_at, version, received_at, band, band_since, shown_at)
SELECT DISTINCT ON (source_id, metric) source_id, metric, value, observed_at, version, received_at, band, band_since, shown_at
FROM "space_value" ORDER BY source_id, metric, observed_at DESC, version DESC;
DROP TABLE "space_value";

-- Until now a correction was as old as the last word about its moment.
UPDATE "reading" SET "changed_at" = "received_at" WHERE "revisions" > 0;

-- Rewritten with every event: room for in-page updates keeps it from growing.
ALTER TABLE "source_value" SET (fillfactor = 60);
ALTER TABLE "source_fact" SET (fillfactor = 80);

-- The same rule as before, written so that the planner cannot take this index (6 µs a look) for "where is this source
-- now", when assignment_open (1 µs) is there for it.
ALTER TABLE "assignment" DROP CONSTRAINT "assignment_no_overlap";
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_no_overlap"
  EXCLUDE USING gist (("source_id" + 0) WITH =, tstzrange("starts_at", "ends_at") WITH &&);
