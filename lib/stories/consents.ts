/**
 * What a storyteller allows beside showing the story on this site: each use by itself, with the
 * byline or without. Shared by the story form and the private page.
 */
import { z } from "zod";
import { postedText } from "#lib/form.ts";
import * as submit from "#lib/generated/messages/submit.ts";

export const optionalUses = ["ROUND_UP", "SOCIAL", "PRINT"] as const;
export type OptionalUse = (typeof optionalUses)[number];

/** Empty: not allowed. */
export const consentChoices = ["", "BYLINE", "ANONYMOUS"] as const;
export type ConsentChoice = (typeof consentChoices)[number];

export type ConsentValues = {
  consentRoundUp: ConsentChoice;
  consentSocial: ConsentChoice;
  consentPrint: ConsentChoice;
};
export type ConsentField = keyof ConsentValues;

/** Of each use: the form's field, its name on screen, and what saying yes to it means. */
export const consentUses: Record<
  OptionalUse,
  { field: ConsentField; label: () => string; means: () => string }
> = {
  ROUND_UP: {
    field: "consentRoundUp",
    label: submit.useRoundUp,
    means: submit.useRoundUpMeans,
  },
  SOCIAL: { field: "consentSocial", label: submit.useSocial, means: submit.useSocialMeans },
  PRINT: { field: "consentPrint", label: submit.usePrint, means: submit.usePrintMeans },
};

export const choiceLabels: Record<ConsentChoice, () => string> = {
  "": submit.useNo,
  BYLINE: submit.useWithByline,
  ANONYMOUS: submit.useAnonymously,
};

export const noConsents: ConsentValues = {
  consentRoundUp: "",
  consentSocial: "",
  consentPrint: "",
};

const choice = z.enum(consentChoices, { error: () => submit.useUnknown() });

export const consentFields = {
  consentRoundUp: choice,
  consentSocial: choice,
  consentPrint: choice,
};

/** As posted. What is none of the answers allows nothing. */
export function readConsents(form: FormData): ConsentValues {
  const read = (field: ConsentField): ConsentChoice => {
    const posted = postedText(form, field);
    return consentChoices.find((each) => each === posted) ?? "";
  };
  return {
    consentRoundUp: read("consentRoundUp"),
    consentSocial: read("consentSocial"),
    consentPrint: read("consentPrint"),
  };
}

type ConsentRow = { use: OptionalUse; anonymous: boolean };

/**
 * A row for each use that is allowed. Without a byline "with my byline" is anonymous too: a name
 * that is added later was not part of what was allowed.
 */
export function toConsentRows(values: ConsentValues, hasByline = true): ConsentRow[] {
  return optionalUses.flatMap((use) => {
    const chosen = values[consentUses[use].field];
    return chosen ? [{ use, anonymous: chosen === "ANONYMOUS" || !hasByline }] : [];
  });
}

/** The other way round, of the rows that are in force. The row for this site says nothing here. */
export function toConsentValues(rows: readonly { use: string; anonymous: boolean }[]) {
  const values = { ...noConsents };
  for (const use of optionalUses) {
    const row = rows.find((each) => each.use === use);
    if (row) values[consentUses[use].field] = row.anonymous ? "ANONYMOUS" : "BYLINE";
  }
  return values;
}
