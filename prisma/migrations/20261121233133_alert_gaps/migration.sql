-- AlterTable
ALTER TABLE "alert_rule" ADD COLUMN     "follows_limit" SMALLINT;

-- CreateTable
CREATE TABLE "air_decay" (
    "space_id" INTEGER NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL,
    "minutes" DOUBLE PRECISION NOT NULL,
    "is_halved" BOOLEAN NOT NULL,
    "ppm" DOUBLE PRECISION NOT NULL,
    "usual" DOUBLE PRECISION,

    CONSTRAINT "air_decay_pkey" PRIMARY KEY ("space_id","left_at")
);

-- CreateIndex
CREATE INDEX "air_decay_left_at_idx" ON "air_decay"("left_at");

-- AddForeignKey
ALTER TABLE "air_decay" ADD CONSTRAINT "air_decay_space_id_fkey" FOREIGN KEY ("space_id") REFERENCES "space"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Limits of the air changed: rules that follow them look anew at what was measured lately.
CREATE FUNCTION mark_limits_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM alert_rule_state WHERE rule_id IN (SELECT id FROM alert_rule WHERE follows_limit IS NOT NULL);
  INSERT INTO alert_timer (subject, at) VALUES ('everything', now())
  ON CONFLICT (subject) DO UPDATE SET at = least(alert_timer.at, EXCLUDED.at);
  RETURN NULL;
END $$;
CREATE TRIGGER limits_due AFTER INSERT OR UPDATE OR DELETE ON "threshold"
  FOR EACH STATEMENT EXECUTE FUNCTION mark_limits_due();

-- What is about a vendor everywhere has a number of its own in the place of a site: lib/core/alerts/vendor-wide.ts.
UPDATE "alert" SET site_id = -array_position(ARRAY['butlr', 'disruptive', 'zoom'], vendor) WHERE kind = 'feed-silent' AND vendor IS NOT NULL;
INSERT INTO "alert_feed" (site_id, "offset") SELECT DISTINCT site_id, 1 FROM "alert" WHERE site_id < 0;
UPDATE "alert" SET "offset" = 1 WHERE site_id < 0;
