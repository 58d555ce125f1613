import "server-only";
import { speaksOfPresentDanger } from "#lib/content-warnings/danger.ts";
import type { WarningSlug } from "#lib/content-warnings/list.ts";
import { suggestWarnings } from "#lib/content-warnings/suggestions.ts";
import * as submit from "#lib/generated/messages/submit.ts";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import { readHelplineNumbers } from "#lib/helplines/queries.ts";
import { findPersonalDetails } from "#lib/privacy/detect.ts";
import { type Finding, findingKinds, isRefused } from "#lib/privacy/findings.ts";
import { type Result, failure, success } from "#lib/result.ts";
import { hintMark, suggestionMark } from "#lib/stories/marks.ts";
import type { WordsInput } from "#lib/stories/schema.ts";

/** What a story's words could tell of someone, and of the one who wrote them. */
export type WordsLookedAt = {
  /** Can't be published, whoever it is about. */
  refused: Finding[];
  /** Pointed out: the storyteller decides, and the moderator sees. */
  hints: Finding[];
  suggested: WarningSlug[];
  /** They speak of a present wish to die. */
  careMark: boolean;
};

/** `text` is normalised; `country` is the storyteller's, for telephone numbers. */
export async function lookAt(
  text: string,
  country: string | null,
  tx?: Prisma.TransactionClient,
): Promise<WordsLookedAt> {
  const findings = await findIn(text, country, tx);
  return {
    refused: findings.filter(isRefused),
    hints: findings.filter((finding) => !isRefused(finding)),
    suggested: suggestWarnings(text),
    careMark: speaksOfPresentDanger(text),
  };
}

/** A helpline may be named. Which there are is only asked where there is a number. */
async function findIn(
  text: string,
  country: string | null,
  tx?: Prisma.TransactionClient,
): Promise<Finding[]> {
  const findings = findPersonalDetails(text, { country });
  if (!findings.some(({ kind }) => kind === "phone")) return findings;
  return findPersonalDetails(text, { country, everyones: await readHelplineNumbers(tx) });
}

type Sent = {
  text: string;
  warnings: readonly string[];
  seen: readonly string[];
  timeZone: string;
};

/** Whether there is something that the storyteller has not been shown yet. */
export function asksToLookAgain(sent: Sent, { hints, suggested }: WordsLookedAt): boolean {
  const seen = new Set(sent.seen);
  // Where scripts run, content warnings were suggested while they wrote.
  const unsaid = sent.timeZone
    ? []
    : suggested.filter((slug) => !sent.warnings.includes(slug)).map(suggestionMark);
  const marks = [...hints.map((hint) => hintMark(sent.text, hint)), ...unsaid];
  return marks.some((mark) => !seen.has(mark));
}

type Written = { input: WordsInput; country: string | null };

/** Refuses what can't be published; asks once about what could make someone recognisable. */
export async function lookAtWords({ input, country }: Written): Promise<Result<WordsLookedAt>> {
  const words = await lookAt(input.text, country);
  const refused: Record<string, string[]> = {};
  for (const field of ["text", "pictureAlt", "bylineName", "bylineRole"] as const) {
    const found = field === "text" ? words.refused : await findIn(input[field] ?? "", country);
    const first = found.find(isRefused);
    if (first) refused[field] = [findingKinds[first.kind].sentence()];
  }
  if (Object.keys(refused).length > 0) {
    return failure("invalid", submit.unsent(), refused);
  }
  if (asksToLookAgain(input, words)) {
    return failure("look-again", submit.pleaseLookAgain());
  }
  return success(words);
}
