-- Hand-edited after generation: partial indexes at the end, and the triggers that mark sources as due.
-- CreateTable
CREATE TABLE "alert" (
    "id" BIGSERIAL NOT NULL,
    "cause" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "severity" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "is_confirmed" BOOLEAN NOT NULL DEFAULT true,
    "source_id" INTEGER,
    "vendor" TEXT,
    "space_id" INTEGER,
    "floor_id" INTEGER,
    "site_id" INTEGER NOT NULL DEFAULT 0,
    "rule_id" INTEGER,
    "parent_id" BIGINT,
    "opened_at" TIMESTAMPTZ(6) NOT NULL,
    "since" TIMESTAMPTZ(6) NOT NULL,
    "last_at" TIMESTAMPTZ(6) NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 1,
    "value" DOUBLE PRECISION,
    "threshold" DOUBLE PRECISION,
    "text" TEXT,
    "acknowledged_at" TIMESTAMPTZ(6),
    "acknowledged_by" TEXT,
    "assignee_id" TEXT,
    "snoozed_until" TIMESTAMPTZ(6),
    "suppressed_by" INTEGER,
    "suppressed_name" TEXT,
    "suppressed_until" TIMESTAMPTZ(6),
    "ended_at" TIMESTAMPTZ(6),
    "resolved_at" TIMESTAMPTZ(6),
    "resolved_reason" TEXT,
    "people" INTEGER,
    "booking_starts_at" TIMESTAMPTZ(6),
    "booking_ends_at" TIMESTAMPTZ(6),
    "spaces" INTEGER NOT NULL DEFAULT 0,
    "rank" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "offset" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_event" (
    "id" BIGSERIAL NOT NULL,
    "alert_id" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,
    "kind" TEXT NOT NULL,
    "actor_id" TEXT,
    "actor_name" TEXT,
    "text" TEXT,
    "data" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "alert_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_rule" (
    "id" SERIAL NOT NULL,
    "template" TEXT,
    "name" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "severity" TEXT NOT NULL,
    "metric" TEXT,
    "comparison" TEXT,
    "threshold" DOUBLE PRECISION,
    "for_minutes" INTEGER NOT NULL DEFAULT 0,
    "clear_threshold" DOUBLE PRECISION,
    "clear_minutes" INTEGER NOT NULL DEFAULT 0,
    "no_data_minutes" INTEGER,
    "schedule" TEXT NOT NULL DEFAULT 'always',
    "scope" JSONB NOT NULL DEFAULT '{}',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(6) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "alert_rule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_rule_state" (
    "rule_id" INTEGER NOT NULL,
    "space_id" INTEGER NOT NULL,
    "state" JSONB NOT NULL,

    CONSTRAINT "alert_rule_state_pkey" PRIMARY KEY ("rule_id","space_id")
);

-- CreateTable
CREATE TABLE "alert_due" (
    "id" BIGSERIAL NOT NULL,
    "source_id" INTEGER NOT NULL,

    CONSTRAINT "alert_due_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "alert_timer" (
    "subject" TEXT NOT NULL,
    "at" TIMESTAMPTZ(6) NOT NULL,

    CONSTRAINT "alert_timer_pkey" PRIMARY KEY ("subject")
);

-- CreateTable
CREATE TABLE "alert_cursor" (
    "floor_id" INTEGER NOT NULL,
    "offset" BIGINT NOT NULL,

    CONSTRAINT "alert_cursor_pkey" PRIMARY KEY ("floor_id")
);

-- CreateTable
CREATE TABLE "alert_feed" (
    "site_id" INTEGER NOT NULL,
    "offset" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "alert_feed_pkey" PRIMARY KEY ("site_id")
);

-- CreateIndex
CREATE INDEX "alert_site_id_offset_idx" ON "alert"("site_id", "offset");

-- CreateIndex
CREATE INDEX "alert_source_id_idx" ON "alert"("source_id");

-- CreateIndex
CREATE INDEX "alert_cause_id_idx" ON "alert"("cause", "id");

-- CreateIndex
CREATE INDEX "alert_resolved_at_idx" ON "alert"("resolved_at");

-- CreateIndex
CREATE INDEX "alert_event_alert_id_id_idx" ON "alert_event"("alert_id", "id");

-- CreateIndex
CREATE INDEX "alert_event_at_idx" ON "alert_event"("at");

-- CreateIndex
CREATE UNIQUE INDEX "alert_rule_template_key" ON "alert_rule"("template");

-- CreateIndex
CREATE INDEX "alert_timer_at_idx" ON "alert_timer"("at");

-- AddForeignKey
ALTER TABLE "alert_event" ADD CONSTRAINT "alert_event_alert_id_fkey" FOREIGN KEY ("alert_id") REFERENCES "alert"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One cause, one alert that is not over.
CREATE UNIQUE INDEX "alert_one_per_cause" ON "alert" ("cause") WHERE "resolved_at" IS NULL;
-- The inbox, in its two orders.
CREATE INDEX "alert_open_by_rank" ON "alert" ("rank" DESC, "id" DESC) WHERE "resolved_at" IS NULL;
CREATE INDEX "alert_open_in_space" ON "alert" ("space_id") WHERE "resolved_at" IS NULL;
CREATE INDEX "alert_children" ON "alert" ("parent_id") WHERE "parent_id" IS NOT NULL;

-- Marks are rows of their own without a key, so that two batches never wait for each other, nor for the engine.
CREATE FUNCTION mark_signals_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO alert_due (source_id) SELECT DISTINCT source_id FROM fresh;
  RETURN NULL;
END $$;
CREATE TRIGGER signal_due AFTER INSERT ON "signal" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION mark_signals_due();

CREATE FUNCTION mark_source_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO alert_due (source_id) VALUES (NEW.source_id);
  RETURN NULL;
END $$;
-- 21 is `online` (lib/core/metric.ts). Whoever was and stays connected is no news.
CREATE TRIGGER offline_due AFTER INSERT ON "source_value"
  FOR EACH ROW WHEN (NEW.metric = 21 AND NEW.value = 0) EXECUTE FUNCTION mark_source_due();
CREATE TRIGGER connection_due AFTER UPDATE ON "source_value"
  FOR EACH ROW WHEN (NEW.metric = 21 AND (NEW.value = 0 OR OLD.value = 0)) EXECUTE FUNCTION mark_source_due();
CREATE TRIGGER assignment_due AFTER INSERT OR UPDATE ON "assignment"
  FOR EACH ROW EXECUTE FUNCTION mark_source_due();
CREATE TRIGGER removal_due AFTER INSERT OR UPDATE ON "source_fact"
  FOR EACH ROW WHEN (NEW.name = 'removed') EXECUTE FUNCTION mark_source_due();

-- Windows and rules change what everything comes to: the engine looks at all that is open then.
CREATE FUNCTION mark_everything_due() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO alert_timer (subject, at) VALUES ('everything', now())
  ON CONFLICT (subject) DO UPDATE SET at = least(alert_timer.at, EXCLUDED.at);
  RETURN NULL;
END $$;
CREATE TRIGGER windows_due AFTER INSERT OR UPDATE OR DELETE ON "maintenance_window"
  FOR EACH STATEMENT EXECUTE FUNCTION mark_everything_due();
CREATE TRIGGER rules_due AFTER INSERT OR UPDATE OR DELETE ON "alert_rule"
  FOR EACH STATEMENT EXECUTE FUNCTION mark_everything_due();
