-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "ConsentUse" ADD VALUE 'ROUND_UP';
ALTER TYPE "ConsentUse" ADD VALUE 'SOCIAL';
ALTER TYPE "ConsentUse" ADD VALUE 'PRINT';

-- AlterTable
ALTER TABLE "Consent" ADD COLUMN     "anonymous" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Revision" ADD COLUMN     "hints" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "pictureAlt" TEXT,
ADD COLUMN     "pictureId" TEXT;

-- AlterTable
ALTER TABLE "Story" ADD COLUMN     "careMark" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "privateLinkNumber" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "waitingSince" TIMESTAMPTZ(3),
ALTER COLUMN "privateLinkHash" DROP NOT NULL;

-- CreateTable
CREATE TABLE "Picture" (
    "id" TEXT NOT NULL,
    "storyId" TEXT,
    "uploadKeyHash" BYTEA NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Picture_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Contact" (
    "storyId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "editorsMayWrite" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Contact_pkey" PRIMARY KEY ("storyId")
);

-- CreateTable
CREATE TABLE "Appeal" (
    "id" TEXT NOT NULL,
    "storyId" TEXT NOT NULL,
    "decisionId" TEXT NOT NULL,
    "text" TEXT,
    "outcomeId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Appeal_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Picture_storyId_idx" ON "Picture"("storyId");

-- CreateIndex
CREATE INDEX "Picture_uploadKeyHash_idx" ON "Picture"("uploadKeyHash");

-- CreateIndex
CREATE INDEX "Contact_email_idx" ON "Contact"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_decisionId_key" ON "Appeal"("decisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Appeal_outcomeId_key" ON "Appeal"("outcomeId");

-- CreateIndex
CREATE INDEX "Appeal_storyId_idx" ON "Appeal"("storyId");

-- CreateIndex
CREATE INDEX "Decision_createdAt_idx" ON "Decision"("createdAt");

-- CreateIndex
CREATE INDEX "Revision_pictureId_idx" ON "Revision"("pictureId");

-- CreateIndex
CREATE INDEX "Story_careMark_waitingSince_id_idx" ON "Story"("careMark" DESC, "waitingSince", "id");

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_pictureId_fkey" FOREIGN KEY ("pictureId") REFERENCES "Picture"("id") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Picture" ADD CONSTRAINT "Picture_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Contact" ADD CONSTRAINT "Contact_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appeal" ADD CONSTRAINT "Appeal_outcomeId_fkey" FOREIGN KEY ("outcomeId") REFERENCES "Decision"("id") ON DELETE NO ACTION ON UPDATE CASCADE;


-- From here on by hand ----------------------------------------------------------------------------

UPDATE "Story" SET "waitingSince" = "submittedAt" WHERE "status" = 'PENDING';

ALTER TABLE "Story"
  ADD CONSTRAINT "Story_waits_when_pending" CHECK (
    CASE "status" WHEN 'PENDING' THEN "waitingSince" IS NOT NULL
                  WHEN 'CHANGES_REQUESTED' THEN "waitingSince" IS NULL
                  WHEN 'WITHDRAWN' THEN "waitingSince" IS NULL AND NOT "careMark"
                  -- Of a published story, a change waits; of a refused one, an appeal.
                  WHEN 'PUBLISHED' THEN "waitingSince" IS NULL OR "latestRevisionId" <> "publishedRevisionId"
                  ELSE true END
  ),
  ADD CONSTRAINT "Story_private_link_number" CHECK ("privateLinkNumber" >= 0);

ALTER TABLE "Picture"
  ADD CONSTRAINT "Picture_id_shape" CHECK ("id" ~ '^[0-9A-Za-z]{24}$'),
  ADD CONSTRAINT "Picture_hash_length" CHECK (octet_length("uploadKeyHash") = 32),
  ADD CONSTRAINT "Picture_size" CHECK ("width" BETWEEN 1 AND 10000 AND "height" BETWEEN 1 AND 100000);

ALTER TABLE "Contact"
  ADD CONSTRAINT "Contact_email_lower_case" CHECK ("email" = lower("email")),
  ADD CONSTRAINT "Contact_email_length" CHECK (char_length("email") BETWEEN 3 AND 254);

ALTER TABLE "Appeal"
  ADD CONSTRAINT "Appeal_words_until_erased" CHECK (
    CASE WHEN "erasedAt" IS NULL THEN char_length("text") BETWEEN 1 AND 1000 AND "text" IS NOT NULL
         ELSE "text" IS NULL END
  );

ALTER TABLE "Revision"
  DROP CONSTRAINT "Revision_words_until_erased",
  ADD CONSTRAINT "Revision_words_until_erased" CHECK (
    CASE WHEN "erasedAt" IS NULL THEN "text" <> ''
         ELSE "text" = '' AND "hints" = '[]'
              AND num_nonnulls("bylineName", "bylineRole", "themeId", "subject", "subjectConsent", "pictureId", "pictureAlt") = 0 END
  ),
  ADD CONSTRAINT "Revision_picture_has_alternative" CHECK (("pictureId" IS NULL) = ("pictureAlt" IS NULL)),
  ADD CONSTRAINT "Revision_alternative_length" CHECK (char_length("pictureAlt") BETWEEN 1 AND 300),
  ADD CONSTRAINT "Revision_hints_are_a_list" CHECK (jsonb_typeof("hints") = 'array');

-- A picture is of the story whose revision shows it.
CREATE FUNCTION revision_picture_is_of_its_story() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Picture" WHERE "id" = NEW."pictureId" AND "storyId" = NEW."storyId") THEN
    RAISE EXCEPTION 'revision % has a picture of another story', NEW."id" USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Revision_picture_is_of_its_story" BEFORE INSERT ON "Revision" FOR EACH ROW
  WHEN (NEW."pictureId" IS NOT NULL) EXECUTE FUNCTION revision_picture_is_of_its_story();

-- And stays with it.
CREATE FUNCTION picture_stays_with_its_story() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a picture is never moved to another story' USING ERRCODE = '23514';
END $$;
CREATE TRIGGER "Picture_stays_with_its_story" BEFORE UPDATE ON "Picture" FOR EACH ROW
  WHEN (OLD."storyId" IS NOT NULL AND NEW."storyId" IS DISTINCT FROM OLD."storyId")
  EXECUTE FUNCTION picture_stays_with_its_story();

-- An appeal is against a decision of its story, and led to a later one of it.
CREATE FUNCTION appeal_is_of_its_story() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM unnest(ARRAY[NEW."decisionId", NEW."outcomeId"]) AS id
    WHERE id IS NOT NULL AND NOT EXISTS (SELECT FROM "Decision" d WHERE d."id" = id AND d."storyId" = NEW."storyId")
  ) THEN
    RAISE EXCEPTION 'appeal % is about a decision on another story', NEW."id" USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Appeal_is_of_its_story" BEFORE INSERT OR UPDATE ON "Appeal" FOR EACH ROW
  EXECUTE FUNCTION appeal_is_of_its_story();

-- A revision is never changed, but erased once, and its byline removed.
CREATE OR REPLACE FUNCTION revision_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL
     AND (NEW."id", NEW."storyId", NEW."number", NEW."weight", NEW."createdAt")
       = (OLD."id", OLD."storyId", OLD."number", OLD."weight", OLD."createdAt") THEN
    RETURN NEW;
  END IF;
  -- Becoming anonymous.
  IF num_nonnulls(NEW."bylineName", NEW."bylineRole") = 0
     AND to_jsonb(NEW) - '{bylineName,bylineRole}'::text[] = to_jsonb(OLD) - '{bylineName,bylineRole}'::text[] THEN
    RETURN NEW;
  END IF;
  -- Removing a theme sets the reference to it to null; nothing else may differ.
  IF NEW."themeId" IS NULL AND to_jsonb(NEW) - 'themeId' = to_jsonb(OLD) - 'themeId' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a revision is never changed after it is written' USING ERRCODE = '23514';
END $$;

-- The byline of a published story went: readers are told as of any other change.
CREATE FUNCTION tell_readers_of_revision() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "Story" WHERE "id" = NEW."storyId" AND "status" = 'PUBLISHED' AND "publishedRevisionId" = NEW."id"
  ) THEN
    PERFORM pg_notify('stories', NEW."storyId");
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Revision_tells_readers" AFTER UPDATE ON "Revision" FOR EACH ROW
  EXECUTE FUNCTION tell_readers_of_revision();

-- A story is whole when its transaction commits: its revisions are its own, it was consented to,
-- and of a withdrawn one nothing is left that could tell of it.
CREATE OR REPLACE FUNCTION story_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  story "Story";
BEGIN
  SELECT * INTO story FROM "Story" WHERE "id" = NEW."id";
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  IF NOT EXISTS (SELECT FROM "Revision" WHERE "id" = story."latestRevisionId" AND "storyId" = story."id") THEN
    RAISE EXCEPTION 'story % has no latest revision of its own', story."id" USING ERRCODE = '23514';
  END IF;
  IF story."publishedRevisionId" IS NOT NULL AND NOT EXISTS (
    SELECT FROM "Revision" WHERE "id" = story."publishedRevisionId" AND "storyId" = story."id"
  ) THEN
    RAISE EXCEPTION 'story % publishes a revision of another', story."id" USING ERRCODE = '23514';
  END IF;
  IF NOT EXISTS (SELECT FROM "Consent" WHERE "storyId" = story."id" AND "use" = 'SITE') THEN
    RAISE EXCEPTION 'story % was never consented to', story."id" USING ERRCODE = '23514';
  END IF;
  IF story."status" = 'WITHDRAWN' AND (
    EXISTS (SELECT FROM "Revision" WHERE "storyId" = story."id" AND "erasedAt" IS NULL)
    OR EXISTS (SELECT FROM "Appeal" WHERE "storyId" = story."id" AND "erasedAt" IS NULL)
    OR EXISTS (SELECT FROM "Picture" WHERE "storyId" = story."id")
    OR EXISTS (SELECT FROM "Contact" WHERE "storyId" = story."id")
    OR EXISTS (SELECT FROM "Consent" WHERE "storyId" = story."id" AND "revokedAt" IS NULL)
  ) THEN
    RAISE EXCEPTION 'story % was withdrawn and not erased', story."id" USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

-- Nothing is added to a withdrawn story. Locks it, so that withdrawing waits or is seen.
CREATE FUNCTION withdrawn_story_stays_empty() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  now_is "Status";
BEGIN
  SELECT "status" INTO now_is FROM "Story" WHERE "id" = NEW."storyId" FOR NO KEY UPDATE;
  IF now_is = 'WITHDRAWN' THEN
    RAISE EXCEPTION 'story % is withdrawn', NEW."storyId" USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Contact_of_withdrawn_story" BEFORE INSERT OR UPDATE ON "Contact" FOR EACH ROW
  EXECUTE FUNCTION withdrawn_story_stays_empty();
CREATE TRIGGER "Appeal_of_withdrawn_story" BEFORE INSERT ON "Appeal" FOR EACH ROW
  EXECUTE FUNCTION withdrawn_story_stays_empty();
CREATE TRIGGER "Revision_of_withdrawn_story" BEFORE INSERT ON "Revision" FOR EACH ROW
  EXECUTE FUNCTION withdrawn_story_stays_empty();
