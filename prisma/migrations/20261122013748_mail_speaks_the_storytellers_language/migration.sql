-- The language that the storyteller gave their address in; it goes when the address goes.
ALTER TABLE "Contact"
  ADD COLUMN "locale" TEXT NOT NULL DEFAULT 'en',
  ADD CONSTRAINT "Contact_locale" CHECK ("locale" IN ('en', 'es'));
