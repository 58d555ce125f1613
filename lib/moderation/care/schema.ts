import { z } from "zod";
import { type WarningSlug, warningSlugs } from "#lib/content-warnings/list.ts";
import * as care from "#lib/generated/messages/care.ts";

const error = () => care.chooseKinds();

/** What a moderator would rather not get, in the order of the list. */
export const kindsSchema = z
  .array(z.enum(warningSlugs, { error }), { error })
  .max(warningSlugs.length, { error })
  .transform((chosen): WarningSlug[] => warningSlugs.filter((slug) => chosen.includes(slug)));

/** As posted, each once. What is not on the list is left to the schema. */
export function readKinds(form: FormData): string[] {
  return [...new Set(form.getAll("avoids").map(String))].slice(0, 100);
}
