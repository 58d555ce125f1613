-- CreateEnum
CREATE TYPE "Recognisability" AS ENUM ('NO', 'NOT_WITH_CHANGES', 'YES');

-- CreateEnum
CREATE TYPE "ProposalAnswer" AS ENUM ('ACCEPTED', 'CHANGED', 'DECLINED');

-- CreateEnum
CREATE TYPE "ScreeningKind" AS ENUM ('PHRASES', 'LINKS', 'REPEATED_SENDER', 'NEW_ACCOUNT');

-- CreateEnum
CREATE TYPE "ScreeningEffect" AS ENUM ('MARK', 'PUT_FIRST', 'TWO_PEOPLE', 'REFUSE');

-- CreateEnum
CREATE TYPE "ReportReason" AS ENUM ('RECOGNISABLE', 'MISSING_WARNING', 'HARMFUL', 'HATEFUL', 'NOT_OWN', 'PROMOTION', 'OTHER');

-- CreateEnum
CREATE TYPE "ReportOutcome" AS ENUM ('UPHELD', 'DISMISSED');

-- AlterEnum
ALTER TYPE "DecisionKind" ADD VALUE 'ENDORSE';
ALTER TYPE "DecisionKind" ADD VALUE 'SET_WARNINGS';
ALTER TYPE "DecisionKind" ADD VALUE 'DISMISS_REPORTS';

-- DropIndex
DROP INDEX "Story_careMark_waitingSince_id_idx";

-- AlterTable
ALTER TABLE "Decision" ADD COLUMN     "batchId" TEXT,
ADD COLUMN     "recognisable" "Recognisability";

-- AlterTable
ALTER TABLE "Story" ADD COLUMN     "gatedAt" TIMESTAMPTZ(3),
ADD COLUMN     "needsTwo" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "putFirst" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "reportedSince" TIMESTAMPTZ(3),
ADD COLUMN     "senderHash" BYTEA;

-- AlterTable
ALTER TABLE "User" ADD COLUMN     "avoids" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- CreateTable
CREATE TABLE "Reason" (
    "slug" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kinds" "DecisionKind"[],
    "message" TEXT NOT NULL,
    "needsMore" BOOLEAN NOT NULL DEFAULT false,
    "position" INTEGER NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Reason_pkey" PRIMARY KEY ("slug")
);

-- CreateTable
CREATE TABLE "Proposal" (
    "decisionId" TEXT NOT NULL,
    "storyId" TEXT NOT NULL,
    "text" TEXT,
    "publishAtOnce" BOOLEAN NOT NULL,
    "answer" "ProposalAnswer",
    "answeredAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Proposal_pkey" PRIMARY KEY ("decisionId")
);

-- CreateTable
CREATE TABLE "Claim" (
    "storyId" TEXT NOT NULL,
    "moderatorId" TEXT NOT NULL,
    "claimedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("storyId")
);

-- CreateTable
CREATE TABLE "DeskDay" (
    "userId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "seconds" INTEGER NOT NULL,

    CONSTRAINT "DeskDay_pkey" PRIMARY KEY ("userId","day")
);

-- CreateTable
CREATE TABLE "ScreeningRule" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "ScreeningKind" NOT NULL,
    "phrases" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "atLeast" INTEGER,
    "hours" INTEGER,
    "effect" "ScreeningEffect" NOT NULL,
    "sentence" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ScreeningRule_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ScreeningMatch" (
    "id" TEXT NOT NULL,
    "revisionId" TEXT NOT NULL,
    "ruleId" TEXT,
    "ruleName" TEXT NOT NULL,
    "effect" "ScreeningEffect" NOT NULL,
    "start" INTEGER,
    "end" INTEGER,

    CONSTRAINT "ScreeningMatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Report" (
    "id" TEXT NOT NULL,
    "storyId" TEXT NOT NULL,
    "reason" "ReportReason" NOT NULL,
    "note" TEXT,
    "reporterHash" BYTEA,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" "ReportOutcome",
    "decisionId" TEXT,

    CONSTRAINT "Report_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Proposal_storyId_idx" ON "Proposal"("storyId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_moderatorId_key" ON "Claim"("moderatorId");

-- CreateIndex
CREATE INDEX "ScreeningMatch_revisionId_idx" ON "ScreeningMatch"("revisionId");

-- CreateIndex
CREATE INDEX "ScreeningMatch_ruleId_idx" ON "ScreeningMatch"("ruleId");

-- CreateIndex
CREATE UNIQUE INDEX "Report_storyId_reporterHash_key" ON "Report"("storyId", "reporterHash");

-- CreateIndex
CREATE INDEX "Report_decisionId_idx" ON "Report"("decisionId");

-- CreateIndex
CREATE INDEX "Story_waitingSince_idx" ON "Story"("waitingSince");

-- CreateIndex
CREATE INDEX "Story_submittedAt_id_idx" ON "Story"("submittedAt" DESC, "id" DESC);

-- CreateIndex
CREATE INDEX "Decision_batchId_idx" ON "Decision"("batchId");

-- CreateIndex
CREATE INDEX "Story_reportedSince_idx" ON "Story"("reportedSince");

-- CreateIndex
CREATE INDEX "Story_senderHash_submittedAt_idx" ON "Story"("senderHash", "submittedAt");

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Proposal" ADD CONSTRAINT "Proposal_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_moderatorId_fkey" FOREIGN KEY ("moderatorId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DeskDay" ADD CONSTRAINT "DeskDay_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScreeningMatch" ADD CONSTRAINT "ScreeningMatch_revisionId_fkey" FOREIGN KEY ("revisionId") REFERENCES "Revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ScreeningMatch" ADD CONSTRAINT "ScreeningMatch_ruleId_fkey" FOREIGN KEY ("ruleId") REFERENCES "ScreeningRule"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Report" ADD CONSTRAINT "Report_decisionId_fkey" FOREIGN KEY ("decisionId") REFERENCES "Decision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Copied tweets are common: similar words are found by their trigrams.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE INDEX "Revision_text_idx" ON "Revision" USING GIN ("text" gin_trgm_ops);
CREATE INDEX "Revision_bylineName_idx" ON "Revision" USING GIN ("bylineName" gin_trgm_ops);

-- What an installation begins with; admins change it at /moderation/reasons.
INSERT INTO "Reason" ("slug", "label", "kinds", "message", "needsMore", "position") VALUES
  ('recognisable', 'Someone could be recognised', '{ASK_FOR_CHANGES,REJECT,TAKE_DOWN}', 'Someone in the story could be recognised, by strangers or by their own family.', false, 1),
  ('private-details', 'Private details in the words', '{ASK_FOR_CHANGES,REJECT,TAKE_DOWN}', 'The story has private details in it, such as a full name, an address or a number.', false, 2),
  ('unclear', 'Hard to follow', '{ASK_FOR_CHANGES}', 'We could not quite follow what happened. A few words more would help readers.', false, 3),
  ('warnings', 'Content warnings need a word with the storyteller', '{ASK_FOR_CHANGES}', 'We would like to agree with you on what readers should know before they read it.', false, 4),
  ('off-topic', 'Not an answer to this call', '{ASK_FOR_CHANGES,REJECT}', 'It does not answer what this call asks for.', false, 5),
  ('not-own', 'Not the storyteller''s own', '{REJECT,TAKE_DOWN}', 'The words, or the story, seem to be someone else''s.', false, 6),
  ('harmful', 'Could harm someone', '{ASK_FOR_CHANGES,REJECT,TAKE_DOWN}', 'Parts of it could harm readers or the people in it.', false, 7),
  ('hateful', 'Hateful or demeaning', '{REJECT,TAKE_DOWN}', 'It demeans people for who they are.', false, 8),
  ('promotion', 'Advertising or spam', '{REJECT,TAKE_DOWN}', 'It promotes something, and is not a story.', false, 9),
  ('asked-for', 'Someone in it asked us to', '{TAKE_DOWN}', 'Someone the story concerns asked us to take it down.', false, 10),
  ('other', 'Something else (say what)', '{ASK_FOR_CHANGES,REJECT,TAKE_DOWN}', 'For a reason of its own, which we explain below.', true, 11);

-- A new value of an enum can't be used in the transaction that adds it: compared as text.
ALTER TABLE "Decision"
  DROP CONSTRAINT "Decision_has_a_reason",
  ADD CONSTRAINT "Decision_has_a_reason" CHECK (
    ("kind"::text IN ('ASK_FOR_CHANGES', 'REJECT', 'TAKE_DOWN')) = ("reason" IS NOT NULL)
  ),
  ADD CONSTRAINT "Decision_publishes_nobody_recognisable" CHECK (
    "kind"::text NOT IN ('APPROVE', 'ENDORSE') OR "recognisable" IS DISTINCT FROM 'YES'
  );

ALTER TABLE "User" ADD CONSTRAINT "User_avoids_slugs" CHECK (
  "avoids" IS NOT NULL AND cardinality("avoids") <= 60 AND array_position("avoids", NULL) IS NULL
);

ALTER TABLE "Story" ADD CONSTRAINT "Story_sender_hash_length" CHECK (octet_length("senderHash") = 32),
  ADD CONSTRAINT "Story_only_public_ones_are_gated" CHECK ("gatedAt" IS NULL OR "publishedAt" IS NOT NULL);

ALTER TABLE "Reason"
  ADD CONSTRAINT "Reason_slug" CHECK ("slug" ~ '^[a-z0-9-]{1,60}$'),
  ADD CONSTRAINT "Reason_lengths" CHECK (
    char_length("label") BETWEEN 1 AND 80 AND char_length("message") BETWEEN 1 AND 400
  ),
  ADD CONSTRAINT "Reason_is_for_something" CHECK (
    "kinds" IS NOT NULL AND cardinality("kinds") BETWEEN 1 AND 3
    AND "kinds" <@ '{ASK_FOR_CHANGES,REJECT,TAKE_DOWN}'::"DecisionKind"[]
  );

ALTER TABLE "Proposal"
  ADD CONSTRAINT "Proposal_words_until_erased" CHECK (
    CASE WHEN "erasedAt" IS NULL THEN "text" IS NOT NULL AND char_length("text") BETWEEN 1 AND 5000
         ELSE "text" IS NULL END
  ),
  ADD CONSTRAINT "Proposal_answer_has_date" CHECK (("answer" IS NULL) = ("answeredAt" IS NULL));

ALTER TABLE "Claim" ADD CONSTRAINT "Claim_ends" CHECK (
  "expiresAt" > "claimedAt" AND "expiresAt" <= "claimedAt" + interval '1 day'
);

ALTER TABLE "DeskDay" ADD CONSTRAINT "DeskDay_has_24_hours" CHECK ("seconds" BETWEEN 0 AND 86400);

ALTER TABLE "ScreeningRule"
  ADD CONSTRAINT "ScreeningRule_lengths" CHECK (
    char_length("name") BETWEEN 1 AND 80 AND char_length("sentence") BETWEEN 1 AND 300
  ),
  ADD CONSTRAINT "ScreeningRule_has_what_its_kind_needs" CHECK (
    "phrases" IS NOT NULL
    AND ("kind" = 'PHRASES') = (cardinality("phrases") BETWEEN 1 AND 200)
    AND ("kind" IN ('LINKS', 'REPEATED_SENDER')) = ("atLeast" IS NOT NULL)
    AND ("kind" IN ('REPEATED_SENDER', 'NEW_ACCOUNT')) = ("hours" IS NOT NULL)
    AND ("effect" = 'REFUSE') = ("sentence" IS NOT NULL)
  ),
  ADD CONSTRAINT "ScreeningRule_bounds" CHECK (
    "atLeast" BETWEEN 1 AND 1000 AND "hours" BETWEEN 1 AND 720
  );

ALTER TABLE "ScreeningMatch" ADD CONSTRAINT "ScreeningMatch_place" CHECK (
  ("start" IS NULL) = ("end" IS NULL) AND "start" >= 0 AND "end" > "start"
);

ALTER TABLE "Report"
  ADD CONSTRAINT "Report_note_length" CHECK (char_length("note") BETWEEN 1 AND 1000),
  ADD CONSTRAINT "Report_hash_length" CHECK (octet_length("reporterHash") = 32),
  ADD CONSTRAINT "Report_answered_by_a_decision" CHECK (("outcome" IS NULL) = ("decisionId" IS NULL)),
  ADD CONSTRAINT "Report_answered_forgets_who" CHECK ("outcome" IS NULL OR "reporterHash" IS NULL);

CREATE TRIGGER "Report_of_withdrawn_story" BEFORE INSERT ON "Report" FOR EACH ROW
  EXECUTE FUNCTION withdrawn_story_stays_empty();
CREATE TRIGGER "Proposal_of_withdrawn_story" BEFORE INSERT ON "Proposal" FOR EACH ROW
  EXECUTE FUNCTION withdrawn_story_stays_empty();

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
    num_nonnulls(story."senderHash", story."reportedSince", story."gatedAt") > 0
    OR EXISTS (SELECT FROM "Revision" WHERE "storyId" = story."id" AND "erasedAt" IS NULL)
    OR EXISTS (SELECT FROM "ScreeningMatch" m JOIN "Revision" r ON r."id" = m."revisionId" WHERE r."storyId" = story."id")
    OR EXISTS (SELECT FROM "Appeal" WHERE "storyId" = story."id" AND "erasedAt" IS NULL)
    OR EXISTS (SELECT FROM "Proposal" WHERE "storyId" = story."id" AND "erasedAt" IS NULL)
    OR EXISTS (SELECT FROM "Report" WHERE "storyId" = story."id" AND num_nonnulls("note", "reporterHash") > 0)
    OR EXISTS (SELECT FROM "Picture" WHERE "storyId" = story."id")
    OR EXISTS (SELECT FROM "Contact" WHERE "storyId" = story."id")
    OR EXISTS (SELECT FROM "Claim" WHERE "storyId" = story."id")
    OR EXISTS (SELECT FROM "Consent" WHERE "storyId" = story."id" AND "revokedAt" IS NULL)
  ) THEN
    RAISE EXCEPTION 'story % was withdrawn and not erased', story."id" USING ERRCODE = '23514';
  END IF;
  RETURN NULL;
END $$;

-- What moderators see changed: every server process listens and tells those at the desk
-- (server/invalidation.ts, app/moderation/live).
CREATE FUNCTION tell_desk() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('desk', COALESCE(to_jsonb(NEW) ->> TG_ARGV[0], to_jsonb(OLD) ->> TG_ARGV[0]));
  RETURN NULL;
END $$;
CREATE TRIGGER "Story_tells_desk_of_arrival" AFTER INSERT ON "Story" FOR EACH ROW
  EXECUTE FUNCTION tell_desk('id');
CREATE TRIGGER "Story_tells_desk" AFTER UPDATE ON "Story" FOR EACH ROW
  WHEN ((OLD."status", OLD."waitingSince", OLD."latestRevisionId", OLD."careMark", OLD."reportedSince", OLD."gatedAt")
    IS DISTINCT FROM (NEW."status", NEW."waitingSince", NEW."latestRevisionId", NEW."careMark", NEW."reportedSince", NEW."gatedAt"))
  EXECUTE FUNCTION tell_desk('id');
CREATE TRIGGER "Decision_tells_desk" AFTER INSERT OR UPDATE ON "Decision" FOR EACH ROW
  EXECUTE FUNCTION tell_desk('storyId');
CREATE TRIGGER "Report_tells_desk" AFTER INSERT ON "Report" FOR EACH ROW
  EXECUTE FUNCTION tell_desk('storyId');
-- Renewing one is nobody's news.
CREATE TRIGGER "Claim_tells_desk" AFTER INSERT OR DELETE ON "Claim" FOR EACH ROW
  EXECUTE FUNCTION tell_desk('storyId');
CREATE TRIGGER "Claim_tells_desk_who" AFTER UPDATE ON "Claim" FOR EACH ROW
  WHEN (OLD."moderatorId" <> NEW."moderatorId" OR OLD."storyId" <> NEW."storyId")
  EXECUTE FUNCTION tell_desk('storyId');
CREATE TRIGGER "User_tells_desk" AFTER UPDATE ON "User" FOR EACH ROW
  WHEN (OLD."role" <> NEW."role") EXECUTE FUNCTION tell_desk('id');

-- Whoever is no moderator any more holds no story.
CREATE FUNCTION claims_end_with_the_role() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "Claim" WHERE "moderatorId" = NEW."id";
  RETURN NULL;
END $$;
CREATE TRIGGER "Claims_end_with_the_role" AFTER UPDATE ON "User" FOR EACH ROW
  WHEN (OLD."role" <> NEW."role" AND NEW."role" NOT IN ('MODERATOR', 'ADMIN'))
  EXECUTE FUNCTION claims_end_with_the_role();
