-- Hand-edited after generation: parameters of the BRIN index, the partial index.
-- AlterTable
ALTER TABLE "feed_minute" ADD COLUMN     "last_at" TIMESTAMPTZ(6);

-- CreateIndex
-- A few bytes per 32 pages: rows come in by time, so that is enough to find a span of it, and an insert pays nothing.
CREATE INDEX "delivery_received_at_idx" ON "delivery" USING BRIN ("received_at") WITH (pages_per_range = 32, autosummarize = on);

-- The few that somebody looks for. Not of the stored ones: 15,000 of those come in a second.
CREATE INDEX "delivery_not_stored" ON "delivery" ("outcome", "received_at") WHERE "outcome" <> 'stored';
