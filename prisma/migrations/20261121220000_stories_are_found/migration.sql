-- CreateTable
CREATE TABLE "PublishedStory" (
    "id" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "hearts" INTEGER NOT NULL DEFAULT 0,
    "language" TEXT,
    "words" tsvector,
    "indexedAt" TIMESTAMPTZ(3),

    CONSTRAINT "PublishedStory_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Listing" (
    "list" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "storyId" TEXT NOT NULL,

    CONSTRAINT "Listing_pkey" PRIMARY KEY ("list","publishedAt","storyId")
);

-- CreateTable
CREATE TABLE "FoundWord" (
    "word" TEXT NOT NULL,
    "stories" INTEGER NOT NULL,

    CONSTRAINT "FoundWord_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "Heart" (
    "storyId" TEXT NOT NULL,
    "readerHash" BYTEA NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Heart_pkey" PRIMARY KEY ("storyId","readerHash")
);

-- CreateIndex
CREATE INDEX "PublishedStory_publishedAt_id_idx" ON "PublishedStory"("publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "PublishedStory_hearts_publishedAt_id_idx" ON "PublishedStory"("hearts" DESC, "publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "PublishedStory_words_idx" ON "PublishedStory" USING GIN ("words");

-- CreateIndex
CREATE INDEX "Listing_storyId_idx" ON "Listing"("storyId");

-- CreateIndex
CREATE INDEX "FoundWord_word_idx" ON "FoundWord" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "Heart_createdAt_idx" ON "Heart"("createdAt");

-- AddForeignKey
ALTER TABLE "PublishedStory" ADD CONSTRAINT "PublishedStory_id_fkey" FOREIGN KEY ("id") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "PublishedStory"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Heart" ADD CONSTRAINT "Heart_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Written with accents or without, found either way: PostgreSQL's own configurations, each behind the
-- removal of accents. lib/finding/languages.ts says which language has which.
CREATE EXTENSION IF NOT EXISTS unaccent;
DO $$
DECLARE
  configuration record;
BEGIN
  FOR configuration IN
    SELECT c.cfgname AS name, d.dictname AS stem
    FROM pg_ts_config c
    JOIN pg_ts_config_map m ON m.mapcfg = c.oid AND m.mapseqno = 1
      AND m.maptokentype = (SELECT tokid FROM ts_token_type('default') WHERE alias = 'word')
    JOIN pg_ts_dict d ON d.oid = m.mapdict
    WHERE c.cfgnamespace = 'pg_catalog'::regnamespace
  LOOP
    EXECUTE format('CREATE TEXT SEARCH CONFIGURATION %I (COPY = pg_catalog.%I)',
      'found_' || configuration.name, configuration.name);
    EXECUTE format('ALTER TEXT SEARCH CONFIGURATION %I ALTER MAPPING FOR hword, hword_part, word WITH unaccent, pg_catalog.%I',
      'found_' || configuration.name, configuration.stem);
  END LOOP;
END $$;

-- Those that a job has yet to read.
CREATE INDEX "PublishedStory_unread_idx" ON "PublishedStory" ("id") WHERE "indexedAt" IS NULL;

ALTER TABLE "PublishedStory"
  ADD CONSTRAINT "PublishedStory_hearts_from_0" CHECK ("hearts" >= 0),
  ADD CONSTRAINT "PublishedStory_language" CHECK ("language" ~ '^[a-z]{2,3}$');
ALTER TABLE "Listing" ADD CONSTRAINT "Listing_kind" CHECK ("list" ~ '^(theme|call|hashtag|role):.');
ALTER TABLE "Heart" ADD CONSTRAINT "Heart_hash_length" CHECK (octet_length("readerHash") = 32);

-- What can be found is what is published, in the same transaction.
CREATE FUNCTION story_is_found() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW."status" <> 'PUBLISHED' THEN
    DELETE FROM "PublishedStory" WHERE "id" = NEW."id";
    RETURN NULL;
  END IF;
  INSERT INTO "PublishedStory" AS found ("id", "revisionId", "publishedAt", "hearts")
    VALUES (NEW."id", NEW."publishedRevisionId", NEW."publishedAt",
      (SELECT count(*) FROM "Heart" WHERE "storyId" = NEW."id"))
    ON CONFLICT ("id") DO UPDATE SET
      "revisionId" = EXCLUDED."revisionId",
      "publishedAt" = EXCLUDED."publishedAt",
      "language" = NULL,
      "words" = NULL,
      "indexedAt" = NULL
    WHERE (found."revisionId", found."publishedAt") <> (EXCLUDED."revisionId", EXCLUDED."publishedAt");
  RETURN NULL;
END $$;
CREATE TRIGGER "Story_is_found_from_arrival" AFTER INSERT ON "Story" FOR EACH ROW
  WHEN (NEW."status" = 'PUBLISHED') EXECUTE FUNCTION story_is_found();
CREATE TRIGGER "Story_is_found" AFTER UPDATE ON "Story" FOR EACH ROW
  WHEN ((OLD."status" = 'PUBLISHED' OR NEW."status" = 'PUBLISHED')
    AND (OLD."status", OLD."publishedRevisionId", OLD."publishedAt")
      IS DISTINCT FROM (NEW."status", NEW."publishedRevisionId", NEW."publishedAt"))
  EXECUTE FUNCTION story_is_found();

-- The byline of a published story went, or its theme: nothing of it is found until it is read again.
CREATE FUNCTION revision_is_read_again() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "PublishedStory" SET "language" = NULL, "words" = NULL, "indexedAt" = NULL
    WHERE "id" = NEW."storyId" AND "revisionId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Revision_is_read_again" AFTER UPDATE ON "Revision" FOR EACH ROW
  EXECUTE FUNCTION revision_is_read_again();

-- What was read of an older version is in no list any more.
CREATE FUNCTION published_story_is_unlisted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Listing" WHERE "storyId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "PublishedStory_is_unlisted" AFTER UPDATE ON "PublishedStory" FOR EACH ROW
  WHEN (OLD."indexedAt" IS NOT NULL AND NEW."indexedAt" IS NULL)
  EXECUTE FUNCTION published_story_is_unlisted();

-- Lists and what is found by words changed: every server process forgets the pages that show them.
CREATE FUNCTION tell_readers_of_listing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('listings', '');
  RETURN NULL;
END $$;
CREATE TRIGGER "PublishedStory_tells_readers" AFTER UPDATE ON "PublishedStory" FOR EACH ROW
  WHEN (OLD."indexedAt" IS DISTINCT FROM NEW."indexedAt") EXECUTE FUNCTION tell_readers_of_listing();

INSERT INTO "PublishedStory" ("id", "revisionId", "publishedAt")
  SELECT "id", "publishedRevisionId", "publishedAt" FROM "Story" WHERE "status" = 'PUBLISHED';
