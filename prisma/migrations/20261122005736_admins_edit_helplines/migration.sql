-- CreateTable
CREATE TABLE "Helpline" (
    "id" TEXT NOT NULL,
    "country" TEXT,
    "name" TEXT NOT NULL,
    "phone" TEXT,
    "text" TEXT,
    "textWord" TEXT,
    "chatUrl" TEXT,
    "url" TEXT NOT NULL,
    "hours" TEXT,
    "languages" TEXT,
    "warnings" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "sourceUrl" TEXT NOT NULL,
    "checkedOn" DATE NOT NULL,
    "checkedById" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "Helpline_pkey" PRIMARY KEY ("id")
);

-- AddForeignKey
ALTER TABLE "Helpline" ADD CONSTRAINT "Helpline_checkedById_fkey" FOREIGN KEY ("checkedById") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What an installation begins with; admins change it at /moderation/helplines. Each with where its
-- number was published, compared with that on 21 November 2026; none was dialled.
INSERT INTO "Helpline" ("id", "country", "name", "phone", "text", "url", "sourceUrl", "checkedOn", "position") VALUES
  ('us-988-lifeline', 'US', '988 Suicide & Crisis Lifeline', '988', '988', 'https://988lifeline.org', 'https://www.cdcr.ca.gov/ccjbh/2022/07/19/dial-988-to-access-24-hour-emotional-support-and-resources/', '2026-11-21', 1),
  ('ca-988-helpline', 'CA', '9-8-8 Suicide Crisis Helpline', '988', '988', 'https://988.ca', 'https://www.newswire.ca/news-releases/government-of-canada-launches-three-digit-suicide-crisis-helpline-896472116.html', '2026-11-21', 1),
  ('gb-samaritans', 'GB', 'Samaritans', '116 123', NULL, 'https://www.samaritans.org', 'https://www.samaritans.org', '2026-11-21', 1),
  ('ie-samaritans', 'IE', 'Samaritans', '116 123', NULL, 'https://www.samaritans.org', 'https://www.irishexaminer.com/ireland/charity-launches-email-service-as-calls-surge-to-over-625000-467986.html', '2026-11-21', 1),
  ('au-lifeline', 'AU', 'Lifeline', '13 11 14', '0477 13 11 14', 'https://www.lifeline.org.au', 'https://lifeinmind.org.au/news/lifelines-crisis-text-service-now-available-24-7', '2026-11-21', 1),
  ('nz-1737', 'NZ', '1737, need to talk?', '1737', '1737', 'https://1737.org.nz', 'https://www.scoop.co.nz/stories/PA1706/S00527/single-phone-number-to-access-support-services.htm', '2026-11-21', 1),
  ('in-tele-manas', 'IN', 'Tele-MANAS', '14416', NULL, 'https://telemanas.mohfw.gov.in', 'https://menafn.com/1109390520/Over-Rs-230-Cr-Allocated-For-National-Tele-Mental-Health-Programme-Since-2022-Centre', '2026-11-21', 1),
  ('za-sadag', 'ZA', 'SADAG', '0800 567 567', NULL, 'https://www.sadag.org', 'https://www.sadag.org/index.php?option=com_content&view=article&id=3141:world-mental-health-day-7-october-2020&catid=149:press-releases&Itemid=601', '2026-11-21', 1),
  ('fr-3114', 'FR', '3114', '3114', NULL, 'https://3114.fr', 'https://axaprevention.fr/fr/article/prevention-suicide-journee-mondiale', '2026-11-21', 1),
  ('de-telefonseelsorge', 'DE', 'TelefonSeelsorge', '0800 111 0 111', NULL, 'https://www.telefonseelsorge.de', 'https://www.domradio.de/artikel/telefonseelsorge-jetzt-unter-oekumenischem-dachverband', '2026-11-21', 1),
  ('find-a-helpline', NULL, 'Find a Helpline', NULL, NULL, 'https://findahelpline.com', 'https://findahelpline.com', '2026-11-21', 1);

ALTER TABLE "Helpline"
  ADD CONSTRAINT "Helpline_country" CHECK ("country" ~ '^[A-Z]{2}$'),
  ADD CONSTRAINT "Helpline_lengths" CHECK (
    char_length("name") BETWEEN 1 AND 80 AND char_length("hours") BETWEEN 1 AND 80
    AND char_length("languages") BETWEEN 1 AND 80 AND char_length("textWord") BETWEEN 1 AND 20
    AND char_length("url") <= 500 AND char_length("chatUrl") <= 500 AND char_length("sourceUrl") <= 500
  ),
  -- What can be dialled: short numbers too, and no longer than E.164 allows.
  ADD CONSTRAINT "Helpline_numbers" CHECK (
    "phone" ~ '^[+(]?[0-9][0-9 ().-]{1,28}$' AND "text" ~ '^[+(]?[0-9][0-9 ().-]{1,28}$'
    AND char_length(regexp_replace("phone", '[^0-9]', '', 'g')) BETWEEN 2 AND 15
    AND char_length(regexp_replace("text", '[^0-9]', '', 'g')) BETWEEN 2 AND 15
  ),
  ADD CONSTRAINT "Helpline_word_goes_to_a_number" CHECK ("textWord" IS NULL OR "text" IS NOT NULL),
  ADD CONSTRAINT "Helpline_addresses" CHECK (
    "url" ~ '^https://[^[:space:][:cntrl:]]+$' AND "chatUrl" ~ '^https://[^[:space:][:cntrl:]]+$'
    AND "sourceUrl" ~ '^https://[^[:space:][:cntrl:]]+$'
  ),
  ADD CONSTRAINT "Helpline_warnings" CHECK (
    "warnings" IS NOT NULL AND cardinality("warnings") <= 60 AND array_position("warnings", NULL) IS NULL
  ),
  ADD CONSTRAINT "Helpline_checked_on" CHECK ("checkedOn" BETWEEN '2000-01-01' AND '9999-12-31'),
  ADD CONSTRAINT "Helpline_position" CHECK ("position" > 0);

-- Two of one name in a country could not be told apart.
CREATE UNIQUE INDEX "Helpline_country_name_key" ON "Helpline" (COALESCE("country", ''), "name");

-- Helplines changed: every server process listens and forgets the pages that name them.
CREATE FUNCTION tell_readers_of_helplines() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('helplines', '');
  RETURN NULL;
END $$;
CREATE TRIGGER "Helpline_tells_readers" AFTER INSERT OR UPDATE OR DELETE OR TRUNCATE ON "Helpline"
  FOR EACH STATEMENT EXECUTE FUNCTION tell_readers_of_helplines();
