-- A call or its themes changed: every server process listens and forgets the pages that show them.
CREATE FUNCTION tell_readers_of_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('calls', COALESCE(NEW."id", OLD."id"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Call_tells_readers" AFTER INSERT OR UPDATE OR DELETE ON "Call"
  FOR EACH ROW EXECUTE FUNCTION tell_readers_of_call();

CREATE FUNCTION tell_readers_of_theme() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('calls', COALESCE(NEW."callId", OLD."callId"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Theme_tells_readers" AFTER INSERT OR UPDATE OR DELETE ON "Theme"
  FOR EACH ROW EXECUTE FUNCTION tell_readers_of_theme();
