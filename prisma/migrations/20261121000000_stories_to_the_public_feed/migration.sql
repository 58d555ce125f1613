-- CreateEnum
CREATE TYPE "Role" AS ENUM ('STORYTELLER', 'MODERATOR', 'EDITOR', 'ADMIN');

-- CreateEnum
CREATE TYPE "Status" AS ENUM ('PENDING', 'PUBLISHED', 'CHANGES_REQUESTED', 'REJECTED', 'TAKEN_DOWN', 'WITHDRAWN');

-- CreateEnum
CREATE TYPE "Subject" AS ENUM ('MYSELF', 'SOMEONE_ELSE');

-- CreateEnum
CREATE TYPE "SubjectConsent" AS ENUM ('AGREED', 'DETAILS_CHANGED');

-- CreateEnum
CREATE TYPE "Intensity" AS ENUM ('MENTIONED', 'DESCRIBED', 'GRAPHIC');

-- CreateEnum
CREATE TYPE "ConsentUse" AS ENUM ('SITE');

-- CreateEnum
CREATE TYPE "DecisionKind" AS ENUM ('APPROVE', 'ASK_FOR_CHANGES', 'REJECT', 'TAKE_DOWN', 'RESTORE');

-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "emailVerified" TIMESTAMPTZ(3),
    "image" TEXT,
    "role" "Role" NOT NULL DEFAULT 'STORYTELLER',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "userId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "providerAccountId" TEXT NOT NULL,
    "refresh_token" TEXT,
    "access_token" TEXT,
    "expires_at" INTEGER,
    "token_type" TEXT,
    "scope" TEXT,
    "id_token" TEXT,
    "session_state" TEXT,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("provider","providerAccountId")
);

-- CreateTable
CREATE TABLE "Session" (
    "sessionToken" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("sessionToken")
);

-- CreateTable
CREATE TABLE "VerificationToken" (
    "identifier" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expires" TIMESTAMPTZ(3) NOT NULL
);

-- CreateTable
CREATE TABLE "Call" (
    "id" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "hashtag" TEXT,
    "opensAt" TIMESTAMPTZ(3) NOT NULL,
    "closesAt" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Call_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Theme" (
    "id" TEXT NOT NULL,
    "callId" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Theme_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Story" (
    "id" TEXT NOT NULL,
    "callId" TEXT NOT NULL,
    "storytellerId" TEXT,
    "status" "Status" NOT NULL DEFAULT 'PENDING',
    "latestRevisionId" TEXT,
    "publishedRevisionId" TEXT,
    "idempotencyKeyHash" BYTEA NOT NULL,
    "privateLinkHash" BYTEA NOT NULL,
    "submittedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "publishedAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "demo" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Revision" (
    "id" TEXT NOT NULL,
    "storyId" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "weight" INTEGER NOT NULL,
    "themeId" TEXT,
    "bylineName" TEXT,
    "bylineRole" TEXT,
    "subject" "Subject",
    "subjectConsent" "SubjectConsent",
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Revision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RevisionWarning" (
    "revisionId" TEXT NOT NULL,
    "warning" TEXT NOT NULL,
    "intensity" "Intensity" NOT NULL,

    CONSTRAINT "RevisionWarning_pkey" PRIMARY KEY ("revisionId","warning")
);

-- CreateTable
CREATE TABLE "StoryWarning" (
    "storyId" TEXT NOT NULL,
    "warning" TEXT NOT NULL,
    "intensity" "Intensity" NOT NULL,

    CONSTRAINT "StoryWarning_pkey" PRIMARY KEY ("storyId","warning")
);

-- CreateTable
CREATE TABLE "Consent" (
    "storyId" TEXT NOT NULL,
    "use" "ConsentUse" NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revokedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Consent_pkey" PRIMARY KEY ("storyId","use")
);

-- CreateTable
CREATE TABLE "Decision" (
    "id" TEXT NOT NULL,
    "storyId" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "moderatorId" TEXT NOT NULL,
    "kind" "DecisionKind" NOT NULL,
    "reason" TEXT,
    "message" TEXT,
    "internalNote" TEXT,
    "warnings" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateLimit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "RateLimit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE INDEX "User_role_idx" ON "User"("role");

-- CreateIndex
CREATE INDEX "Account_userId_idx" ON "Account"("userId");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_token_key" ON "VerificationToken"("token");

-- CreateIndex
CREATE INDEX "VerificationToken_expires_idx" ON "VerificationToken"("expires");

-- CreateIndex
CREATE UNIQUE INDEX "VerificationToken_identifier_token_key" ON "VerificationToken"("identifier", "token");

-- CreateIndex
CREATE UNIQUE INDEX "Call_slug_key" ON "Call"("slug");

-- CreateIndex
CREATE UNIQUE INDEX "Theme_callId_slug_key" ON "Theme"("callId", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "Story_latestRevisionId_key" ON "Story"("latestRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Story_publishedRevisionId_key" ON "Story"("publishedRevisionId");

-- CreateIndex
CREATE UNIQUE INDEX "Story_idempotencyKeyHash_key" ON "Story"("idempotencyKeyHash");

-- CreateIndex
CREATE UNIQUE INDEX "Story_privateLinkHash_key" ON "Story"("privateLinkHash");

-- CreateIndex
CREATE INDEX "Story_status_publishedAt_id_idx" ON "Story"("status", "publishedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Story_status_submittedAt_id_idx" ON "Story"("status", "submittedAt", "id");

-- CreateIndex
CREATE INDEX "Story_storytellerId_idx" ON "Story"("storytellerId");

-- CreateIndex
CREATE INDEX "Story_callId_idx" ON "Story"("callId");

-- CreateIndex
CREATE UNIQUE INDEX "Revision_storyId_number_key" ON "Revision"("storyId", "number");

-- CreateIndex
CREATE INDEX "StoryWarning_warning_idx" ON "StoryWarning"("warning");

-- CreateIndex
CREATE INDEX "Decision_storyId_createdAt_idx" ON "Decision"("storyId", "createdAt");

-- CreateIndex
CREATE INDEX "Decision_moderatorId_idx" ON "Decision"("moderatorId");

-- CreateIndex
CREATE INDEX "RateLimit_expire_idx" ON "RateLimit"("expire");

-- AddForeignKey
ALTER TABLE "Account" ADD CONSTRAINT "Account_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Theme" ADD CONSTRAINT "Theme_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_callId_fkey" FOREIGN KEY ("callId") REFERENCES "Call"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_storytellerId_fkey" FOREIGN KEY ("storytellerId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_latestRevisionId_fkey" FOREIGN KEY ("latestRevisionId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Story" ADD CONSTRAINT "Story_publishedRevisionId_fkey" FOREIGN KEY ("publishedRevisionId") REFERENCES "Revision"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Revision" ADD CONSTRAINT "Revision_themeId_fkey" FOREIGN KEY ("themeId") REFERENCES "Theme"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RevisionWarning" ADD CONSTRAINT "RevisionWarning_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "StoryWarning" ADD CONSTRAINT "StoryWarning_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Consent" ADD CONSTRAINT "Consent_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Decision" ADD CONSTRAINT "Decision_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- What must never be ------------------------------------------------------------------------------
-- From here on by hand: Prisma's schema has no words for these.

ALTER TABLE "User" ADD CONSTRAINT "User_email_lower_case" CHECK ("email" = lower("email"));

ALTER TABLE "Call" ADD CONSTRAINT "Call_opens_before_it_closes" CHECK ("closesAt" > "opensAt");

ALTER TABLE "Story"
  ADD CONSTRAINT "Story_id_shape" CHECK ("id" ~ '^[0-9A-Za-z]{12}$'),
  ADD CONSTRAINT "Story_hash_lengths" CHECK (
    octet_length("idempotencyKeyHash") = 32 AND octet_length("privateLinkHash") = 32
  ),
  ADD CONSTRAINT "Story_published_has_words" CHECK (
    "status" <> 'PUBLISHED' OR ("publishedAt" IS NOT NULL AND "publishedRevisionId" IS NOT NULL)
  ),
  ADD CONSTRAINT "Story_withdrawn_has_date" CHECK (("status" = 'WITHDRAWN') = ("withdrawnAt" IS NOT NULL));

ALTER TABLE "Revision"
  ADD CONSTRAINT "Revision_weight_1_to_280" CHECK ("weight" BETWEEN 1 AND 280),
  ADD CONSTRAINT "Revision_number_from_1" CHECK ("number" >= 1),
  ADD CONSTRAINT "Revision_words_until_erased" CHECK (
    CASE WHEN "erasedAt" IS NULL THEN "text" <> ''
         ELSE "text" = '' AND num_nonnulls("bylineName", "bylineRole", "themeId", "subject", "subjectConsent") = 0 END
  ),
  ADD CONSTRAINT "Revision_byline_lengths" CHECK (
    char_length("bylineName") BETWEEN 1 AND 60 AND char_length("bylineRole") BETWEEN 1 AND 60
  ),
  ADD CONSTRAINT "Revision_someone_else_was_asked" CHECK (
    ("subject" IS NOT DISTINCT FROM 'SOMEONE_ELSE') = ("subjectConsent" IS NOT NULL)
  );

ALTER TABLE "RevisionWarning" ADD CONSTRAINT "RevisionWarning_slug" CHECK ("warning" ~ '^[a-z-]{1,40}$');
ALTER TABLE "StoryWarning" ADD CONSTRAINT "StoryWarning_slug" CHECK ("warning" ~ '^[a-z-]{1,40}$');

ALTER TABLE "Decision" ADD CONSTRAINT "Decision_has_a_reason" CHECK (
  ("kind" IN ('APPROVE', 'RESTORE')) = ("reason" IS NULL)
);

-- A story is whole when its transaction commits: its revisions are its own, and it was consented to.
CREATE FUNCTION story_is_whole() RETURNS trigger LANGUAGE plpgsql AS $$
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
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Story_is_whole" AFTER INSERT OR UPDATE ON "Story"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION story_is_whole();

CREATE FUNCTION story_keeps_its_consent() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM "Story" WHERE "id" = OLD."storyId") AND NOT EXISTS (
    SELECT FROM "Consent" WHERE "storyId" = OLD."storyId" AND "use" = 'SITE'
  ) THEN
    RAISE EXCEPTION 'a consent is revoked, not removed' USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER "Consent_is_revoked_not_removed" AFTER DELETE OR UPDATE ON "Consent"
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION story_keeps_its_consent();

-- A theme is of the call that the story answers.
CREATE FUNCTION revision_theme_is_of_its_call() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (
    SELECT FROM "Story" s JOIN "Theme" t ON t."callId" = s."callId"
    WHERE s."id" = NEW."storyId" AND t."id" = NEW."themeId"
  ) THEN
    RAISE EXCEPTION 'revision % has a theme of another call', NEW."id" USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Revision_theme_is_of_its_call" BEFORE INSERT ON "Revision" FOR EACH ROW
  WHEN (NEW."themeId" IS NOT NULL) EXECUTE FUNCTION revision_theme_is_of_its_call();

-- Real stories can't be declared demo stories later, which would make their decisions deletable.
CREATE FUNCTION story_demo_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'Story.demo is fixed when the story is written' USING ERRCODE = '23514';
END $$;
CREATE TRIGGER "Story_demo_is_fixed" BEFORE UPDATE ON "Story" FOR EACH ROW
  WHEN (OLD."demo" IS DISTINCT FROM NEW."demo") EXECUTE FUNCTION story_demo_is_fixed();

-- A revision is never changed, but erased once.
CREATE FUNCTION revision_is_fixed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."erasedAt" IS NULL AND NEW."erasedAt" IS NOT NULL
     AND (NEW."id", NEW."storyId", NEW."number", NEW."weight", NEW."createdAt")
       = (OLD."id", OLD."storyId", OLD."number", OLD."weight", OLD."createdAt") THEN
    RETURN NEW;
  END IF;
  -- Removing a theme sets the reference to it to null; nothing else may differ.
  IF NEW."themeId" IS NULL AND to_jsonb(NEW) - 'themeId' = to_jsonb(OLD) - 'themeId' THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'a revision is never changed after it is written' USING ERRCODE = '23514';
END $$;
CREATE TRIGGER "Revision_is_fixed" BEFORE UPDATE ON "Revision" FOR EACH ROW EXECUTE FUNCTION revision_is_fixed();

-- A decision is on a revision of its own story.
CREATE FUNCTION decision_is_of_its_story() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM "Revision" WHERE "id" = NEW."revisionId" AND "storyId" = NEW."storyId") THEN
    RAISE EXCEPTION 'decision % is on a revision of another story', NEW."id" USING ERRCODE = '23514';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "Decision_is_of_its_story" BEFORE INSERT ON "Decision" FOR EACH ROW
  EXECUTE FUNCTION decision_is_of_its_story();

-- Decisions are append-only, but for two things. Those on our own fiction go with it (npm run
-- demo:clear). And withdrawing a story erases what could quote or describe it: that a decision was
-- made, by whom, when and for which reason stays.
CREATE FUNCTION decision_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND EXISTS (SELECT FROM "Story" WHERE "id" = OLD."storyId" AND "demo") THEN
    RETURN OLD;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF num_nonnulls(NEW."message", NEW."internalNote") = 0 AND NEW."warnings" = '[]'
       AND to_jsonb(NEW) - '{message,internalNote,warnings}'::text[]
         = to_jsonb(OLD) - '{message,internalNote,warnings}'::text[]
       AND EXISTS (SELECT FROM "Story" WHERE "id" = OLD."storyId" AND "status" = 'WITHDRAWN') THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'decisions are append-only' USING ERRCODE = '23514';
END $$;
CREATE TRIGGER "Decision_is_append_only" BEFORE UPDATE OR DELETE ON "Decision"
  FOR EACH ROW EXECUTE FUNCTION decision_is_append_only();
CREATE TRIGGER "Decision_is_not_truncated" BEFORE TRUNCATE ON "Decision"
  FOR EACH STATEMENT EXECUTE FUNCTION decision_is_append_only();

-- What readers see changed: every server process listens and forgets the pages that show it.
CREATE FUNCTION tell_readers() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('stories', COALESCE(NEW."id", OLD."id"));
  RETURN NULL;
END $$;
CREATE TRIGGER "Story_tells_readers" AFTER UPDATE ON "Story" FOR EACH ROW
  WHEN (OLD."status" = 'PUBLISHED' OR NEW."status" = 'PUBLISHED') EXECUTE FUNCTION tell_readers();
CREATE TRIGGER "Story_tells_readers_of_arrival" AFTER INSERT ON "Story" FOR EACH ROW
  WHEN (NEW."status" = 'PUBLISHED') EXECUTE FUNCTION tell_readers();
CREATE TRIGGER "Story_tells_readers_of_removal" AFTER DELETE ON "Story" FOR EACH ROW
  WHEN (OLD."status" = 'PUBLISHED') EXECUTE FUNCTION tell_readers();

CREATE FUNCTION tell_readers_of_warning() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  story text := COALESCE(NEW."storyId", OLD."storyId");
BEGIN
  IF EXISTS (SELECT FROM "Story" WHERE "id" = story AND "status" = 'PUBLISHED') THEN
    PERFORM pg_notify('stories', story);
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "StoryWarning_tells_readers" AFTER INSERT OR UPDATE OR DELETE ON "StoryWarning"
  FOR EACH ROW EXECUTE FUNCTION tell_readers_of_warning();
