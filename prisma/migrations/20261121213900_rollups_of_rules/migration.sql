-- What else decides the state of a space marks its time, too: who speaks, lunch, maintenance.
CREATE OR REPLACE FUNCTION mark_space_dirty() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (OLD.parent_id, OLD.time_zone, OLD.working_hours, OLD.holidays)
     IS DISTINCT FROM (NEW.parent_id, NEW.time_zone, NEW.working_hours, NEW.holidays) THEN
    INSERT INTO dirty_span (space_id, from_at, until_at)
    WITH RECURSIVE down AS (
      SELECT NEW.id AS id UNION ALL SELECT s.id FROM space s JOIN down ON s.parent_id = down.id
    )
    SELECT id, '-infinity', 'infinity' FROM down WHERE EXISTS (SELECT 1 FROM assignment a WHERE a.space_id = down.id);
  ELSIF (SELECT (hold_minutes, coalesce(speakers, '{}'), lunch)::text FROM space_type WHERE id = OLD.type_id)
        IS DISTINCT FROM (SELECT (hold_minutes, coalesce(speakers, '{}'), lunch)::text FROM space_type WHERE id = NEW.type_id) THEN
    INSERT INTO dirty_span (space_id, from_at, until_at)
    SELECT NEW.id, '-infinity', 'infinity' WHERE EXISTS (SELECT 1 FROM assignment a WHERE a.space_id = NEW.id);
  END IF;
  RETURN NULL;
END $$;

DROP TRIGGER space_type_dirty ON "space_type";
CREATE TRIGGER space_type_dirty AFTER UPDATE OF "hold_minutes", "speakers", "lunch" ON "space_type"
  FOR EACH ROW WHEN ((OLD.hold_minutes, OLD.speakers, OLD.lunch) IS DISTINCT FROM (NEW.hold_minutes, NEW.speakers, NEW.lunch))
  EXECUTE FUNCTION mark_type_dirty();

CREATE FUNCTION mark_maintenance_dirty() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  row_ "maintenance_window";
BEGIN
  FOR row_ IN SELECT (OLD).* WHERE TG_OP <> 'INSERT' UNION ALL SELECT (NEW).* WHERE TG_OP <> 'DELETE' LOOP
    INSERT INTO dirty_span (space_id, from_at, until_at)
    WITH RECURSIVE down AS (
      SELECT row_.space_id AS id UNION ALL SELECT s.id FROM space s JOIN down ON s.parent_id = down.id
    )
    SELECT id, row_.starts_at, coalesce(least(row_.ends_at, row_.ended_at), 'infinity') FROM down
    WHERE row_.space_id IS NOT NULL AND EXISTS (SELECT 1 FROM assignment a WHERE a.space_id = down.id);
  END LOOP;
  RETURN NULL;
END $$;
CREATE TRIGGER maintenance_dirty AFTER INSERT OR UPDATE OR DELETE ON "maintenance_window"
  FOR EACH ROW EXECUTE FUNCTION mark_maintenance_dirty();
