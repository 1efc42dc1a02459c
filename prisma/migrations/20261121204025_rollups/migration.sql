-- CreateTable
CREATE TABLE "rollup_hour" (
    "space_id" INTEGER NOT NULL,
    "scope" SMALLINT NOT NULL,
    "starts_at" TIMESTAMPTZ(0) NOT NULL,
    "ends_at" TIMESTAMPTZ(0) NOT NULL,
    "local_date" DATE NOT NULL,
    "local_hour" SMALLINT NOT NULL,
    "valid_ms" INTEGER NOT NULL,
    "used_ms" INTEGER NOT NULL,
    "counted_ms" INTEGER NOT NULL,
    "used_counted_ms" INTEGER NOT NULL,
    "people_ms" DOUBLE PRECISION NOT NULL,
    "min_people" INTEGER,
    "max_people" INTEGER,
    "max_at" TIMESTAMPTZ(3),
    "starts" INTEGER NOT NULL,
    "carried" BOOLEAN NOT NULL,
    "head_ms" INTEGER NOT NULL,
    "tail_ms" INTEGER NOT NULL,
    "longest_ms" INTEGER NOT NULL,
    "is_whole" BOOLEAN NOT NULL,
    "line" BYTEA NOT NULL,

    CONSTRAINT "rollup_hour_pkey" PRIMARY KEY ("space_id","scope","starts_at")
);

-- CreateTable
CREATE TABLE "rollup_day" (
    "space_id" INTEGER NOT NULL,
    "scope" SMALLINT NOT NULL,
    "local_date" DATE NOT NULL,
    "starts_at" TIMESTAMPTZ(0) NOT NULL,
    "ends_at" TIMESTAMPTZ(0) NOT NULL,
    "valid_ms" INTEGER NOT NULL,
    "used_ms" INTEGER NOT NULL,
    "counted_ms" INTEGER NOT NULL,
    "used_counted_ms" INTEGER NOT NULL,
    "people_ms" DOUBLE PRECISION NOT NULL,
    "min_people" INTEGER,
    "max_people" INTEGER,
    "max_at" TIMESTAMPTZ(3),
    "starts" INTEGER NOT NULL,
    "carried" BOOLEAN NOT NULL,
    "head_ms" INTEGER NOT NULL,
    "tail_ms" INTEGER NOT NULL,
    "longest_ms" INTEGER NOT NULL,
    "is_whole" BOOLEAN NOT NULL,

    CONSTRAINT "rollup_day_pkey" PRIMARY KEY ("space_id","scope","local_date")
);

-- CreateTable
CREATE TABLE "dirty_span" (
    "id" BIGSERIAL NOT NULL,
    "space_id" INTEGER,
    "source_id" INTEGER,
    "metric" SMALLINT,
    "from_at" TIMESTAMPTZ(3) NOT NULL,
    "until_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "dirty_span_pkey" PRIMARY KEY ("id")
);

-- Whoever changes what figures are made of marks them, in the same transaction: no path of the app can forget it.
CREATE FUNCTION mark_assignment_dirty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND (OLD.space_id, OLD.source_id, OLD.starts_at) = (NEW.space_id, NEW.source_id, NEW.starts_at) THEN
    IF OLD.ends_at IS DISTINCT FROM NEW.ends_at THEN
      INSERT INTO dirty_span (space_id, from_at, until_at)
      VALUES (NEW.space_id, least(OLD.ends_at, NEW.ends_at), greatest(coalesce(OLD.ends_at, 'infinity'), coalesce(NEW.ends_at, 'infinity')));
    END IF;
    RETURN NULL;
  END IF;
  IF TG_OP <> 'INSERT' THEN
    INSERT INTO dirty_span (space_id, from_at, until_at) VALUES (OLD.space_id, OLD.starts_at, coalesce(OLD.ends_at, 'infinity'));
  END IF;
  IF TG_OP <> 'DELETE' THEN
    INSERT INTO dirty_span (space_id, from_at, until_at) VALUES (NEW.space_id, NEW.starts_at, coalesce(NEW.ends_at, 'infinity'));
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER assignment_dirty AFTER INSERT OR UPDATE OR DELETE ON "assignment"
  FOR EACH ROW EXECUTE FUNCTION mark_assignment_dirty();

-- Hours, holidays and the zone hold for everything below.
CREATE FUNCTION mark_space_dirty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.parent_id, OLD.time_zone, OLD.working_hours, OLD.holidays)
     IS DISTINCT FROM (NEW.parent_id, NEW.time_zone, NEW.working_hours, NEW.holidays) THEN
    INSERT INTO dirty_span (space_id, from_at, until_at)
    WITH RECURSIVE down AS (
      SELECT NEW.id AS id UNION ALL SELECT s.id FROM space s JOIN down ON s.parent_id = down.id
    )
    SELECT id, '-infinity', 'infinity' FROM down WHERE EXISTS (SELECT 1 FROM assignment a WHERE a.space_id = down.id);
  ELSIF (SELECT hold_minutes FROM space_type WHERE id = OLD.type_id)
        IS DISTINCT FROM (SELECT hold_minutes FROM space_type WHERE id = NEW.type_id) THEN
    INSERT INTO dirty_span (space_id, from_at, until_at)
    SELECT NEW.id, '-infinity', 'infinity' WHERE EXISTS (SELECT 1 FROM assignment a WHERE a.space_id = NEW.id);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER space_dirty AFTER UPDATE OF "parent_id", "type_id", "time_zone", "working_hours", "holidays" ON "space"
  FOR EACH ROW EXECUTE FUNCTION mark_space_dirty();

CREATE FUNCTION mark_type_dirty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO dirty_span (space_id, from_at, until_at)
  SELECT s.id, '-infinity', 'infinity' FROM space s
  WHERE s.type_id = NEW.id AND EXISTS (SELECT 1 FROM assignment a WHERE a.space_id = s.id);
  RETURN NULL;
END $$;
CREATE TRIGGER space_type_dirty AFTER UPDATE OF "hold_minutes" ON "space_type"
  FOR EACH ROW WHEN (OLD.hold_minutes IS DISTINCT FROM NEW.hold_minutes) EXECUTE FUNCTION mark_type_dirty();
