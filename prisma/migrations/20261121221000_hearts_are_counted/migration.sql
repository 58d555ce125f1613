-- The count beside a story is what was given and taken back, in the same transaction and whoever wrote
-- it. Of a story that is not published there is none: publishing counts them anew. lib/reactions holds
-- the row of the count before it writes, so that neither counts what the other has.
CREATE FUNCTION heart_is_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  story TEXT := COALESCE(NEW."storyId", OLD."storyId");
BEGIN
  UPDATE "PublishedStory"
    SET "hearts" = "hearts" + CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
    WHERE "id" = story;
  IF FOUND THEN
    -- Every server process hears of it, and forgets the pages that show it (server/heart-counts.ts).
    PERFORM pg_notify('hearts', story);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Heart_is_counted" AFTER INSERT OR DELETE ON "Heart" FOR EACH ROW
  EXECUTE FUNCTION heart_is_counted();

-- Of a withdrawn story none is left when its transaction commits.
CREATE FUNCTION withdrawn_story_has_no_hearts() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Heart" WHERE "storyId" = NEW."id") THEN
    RAISE EXCEPTION 'story % was withdrawn and keeps hearts', NEW."id" USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Story_withdrawn_has_no_hearts" AFTER UPDATE ON "Story"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW."status" = 'WITHDRAWN') EXECUTE FUNCTION withdrawn_story_has_no_hearts();
