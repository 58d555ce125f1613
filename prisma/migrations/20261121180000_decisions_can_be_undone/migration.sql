-- A moderator can take a decision back for a short while. It is marked, not removed.
ALTER TABLE "Decision" ADD COLUMN "undoneAt" TIMESTAMPTZ(3),
ADD COLUMN "before" JSONB;

-- Decisions are append-only, but for three things. Those on our own fiction go with it (npm run
-- demo:clear). Withdrawing a story erases what could quote or describe it: that a decision was made,
-- by whom, when and for which reason stays. And one can be undone, once.
CREATE OR REPLACE FUNCTION decision_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM "Story" WHERE "id" = OLD."storyId" AND "demo") THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF num_nonnulls(NEW."message", NEW."internalNote", NEW."before") = 0 AND NEW."warnings" = '[]'
       AND to_jsonb(NEW) - '{message,internalNote,warnings,before}'::text[]
         = to_jsonb(OLD) - '{message,internalNote,warnings,before}'::text[]
       AND EXISTS (SELECT FROM "Story" WHERE "id" = OLD."storyId" AND "status" = 'WITHDRAWN') THEN
      RETURN NEW;
    END IF;
    IF OLD."undoneAt" IS NULL AND NEW."undoneAt" IS NOT NULL AND OLD."before" IS NOT NULL
       AND to_jsonb(NEW) - 'undoneAt' = to_jsonb(OLD) - 'undoneAt' THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'decisions are append-only' USING ERRCODE = '23514';
END $$;
