-- CreateTable
CREATE TABLE "HeartCount" (
    "storyId" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "hearts" INTEGER NOT NULL,

    CONSTRAINT "HeartCount_pkey" PRIMARY KEY ("storyId")
);

-- Brought along, before the column goes.
INSERT INTO "HeartCount" ("storyId", "publishedAt", "hearts")
  SELECT "id", "publishedAt", "hearts" FROM "PublishedStory";

-- AddForeignKey
ALTER TABLE "HeartCount" ADD CONSTRAINT "HeartCount_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "PublishedStory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- DropIndex
DROP INDEX "PublishedStory_hearts_publishedAt_id_idx";

-- AlterTable
ALTER TABLE "PublishedStory" DROP COLUMN "hearts";

-- DropIndex
DROP INDEX "Heart_createdAt_idx";

-- CreateIndex
CREATE INDEX "Heart_createdAt_storyId_idx" ON "Heart"("createdAt", "storyId");

-- From here on by hand: Prisma's schema has no words for these.

ALTER TABLE "HeartCount" ADD CONSTRAINT "HeartCount_from_0" CHECK ("hearts" >= 0);

-- The most hearted first. Most stories have none, and stand in no list of these.
CREATE INDEX "HeartCount_hearts_publishedAt_storyId_idx"
  ON "HeartCount" ("hearts" DESC, "publishedAt" DESC, "storyId" DESC) WHERE "hearts" > 0;

-- Each heart leaves an old version of its row. Of a million rows, a fifth is long to wait for.
ALTER TABLE "HeartCount" SET (autovacuum_vacuum_scale_factor = 0.02);

-- Words go where they are looked for when they are written, by a job. Else each search would go
-- through those of the last hundreds of stories, one by one.
ALTER INDEX "PublishedStory_words_idx" SET (fastupdate = off);
DO $$ BEGIN PERFORM gin_clean_pending_list('"PublishedStory_words_idx"'); END $$;

-- What can be found is what is published, in the same transaction.
CREATE OR REPLACE FUNCTION story_is_found() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" <> 'PUBLISHED' THEN
    DELETE FROM "PublishedStory" WHERE "id" = NEW."id";
    RETURN NULL;
  END IF;
  INSERT INTO "PublishedStory" AS found ("id", "revisionId", "publishedAt")
    VALUES (NEW."id", NEW."publishedRevisionId", NEW."publishedAt")
    ON CONFLICT ("id") DO UPDATE SET
      "revisionId" = EXCLUDED."revisionId",
      "publishedAt" = EXCLUDED."publishedAt",
      "language" = NULL,
      "words" = NULL,
      "indexedAt" = NULL
    WHERE (found."revisionId", found."publishedAt") <> (EXCLUDED."revisionId", EXCLUDED."publishedAt");
  INSERT INTO "HeartCount" AS counted ("storyId", "publishedAt", "hearts")
    VALUES (NEW."id", NEW."publishedAt", (SELECT count(*) FROM "Heart" WHERE "storyId" = NEW."id"))
    ON CONFLICT ("storyId") DO UPDATE SET "publishedAt" = EXCLUDED."publishedAt"
    WHERE counted."publishedAt" <> EXCLUDED."publishedAt";
  RETURN NULL;
END $$;

-- The count beside a story is what was given and taken back, in the same transaction and whoever wrote
-- it. Of a story that is not published there is none: publishing counts them anew. lib/reactions holds
-- the row of the count before it writes, so that neither counts what the other has.
CREATE OR REPLACE FUNCTION heart_is_counted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  story TEXT := COALESCE(NEW."storyId", OLD."storyId");
BEGIN
  UPDATE "HeartCount"
    SET "hearts" = "hearts" + CASE TG_OP WHEN 'INSERT' THEN 1 ELSE -1 END
    WHERE "storyId" = story;
  IF FOUND THEN
    -- Every server process hears of it, and forgets the pages that show it (server/heart-counts.ts).
    PERFORM pg_notify('hearts', story);
  END IF;
  RETURN NULL;
END $$;
