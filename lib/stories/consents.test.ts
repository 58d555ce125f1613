import { describe, expect, it } from "vitest";
import { z } from "zod";
import {
  consentFields,
  noConsents,
  readConsents,
  toConsentRows,
  toConsentValues,
} from "#lib/stories/consents.ts";

function posted(fields: Record<string, string>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

describe("consents", () => {
  it("allow nothing that was not asked for in so many words", () => {
    expect(readConsents(posted({}))).toEqual(noConsents);
    expect(readConsents(posted({ consentPrint: "yes", consentSocial: "__proto__" }))).toEqual(
      noConsents,
    );
    expect(toConsentRows(noConsents)).toEqual([]);
  });

  it("are a row for each use, and back again", () => {
    const values = readConsents(posted({ consentRoundUp: "BYLINE", consentPrint: "ANONYMOUS" }));
    const rows = toConsentRows(values);
    expect(rows).toEqual([
      { use: "ROUND_UP", anonymous: false },
      { use: "PRINT", anonymous: true },
    ]);
    expect(toConsentValues([{ use: "SITE", anonymous: false }, ...rows])).toEqual(values);
  });

  it("without a byline are all anonymous", () => {
    expect(toConsentRows({ ...noConsents, consentSocial: "BYLINE" }, false)).toEqual([
      { use: "SOCIAL", anonymous: true },
    ]);
  });

  it("are refused by the schema when they are none of the answers", () => {
    const schema = z.object(consentFields);
    expect(schema.safeParse(noConsents).success).toBe(true);
    expect(schema.safeParse({ ...noConsents, consentPrint: "MAYBE" }).success).toBe(false);
  });
});
