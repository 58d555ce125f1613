import "server-only";
import {
  type CountryCode,
  isSupportedCountry,
  validatePhoneNumberLength,
} from "libphonenumber-js/min";
import { may } from "#lib/accounts/rights.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { type Transaction, database } from "#lib/db.ts";
import * as messages from "#lib/generated/messages/helplines.ts";
import { type KeptHelpline, readDays, readKept, seenOf } from "#lib/helplines/queries.ts";
import { HELPLINES_LIMIT, type HelplineInput } from "#lib/helplines/schema.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";

const unknown = () => failure("not-found", messages.unknown());

type Keeping = { tx: Transaction; viewer: Viewer; all: KeptHelpline[]; today: string };

/** One admin at a time. Readers wait for nobody. */
async function asKeeper<T>(
  viewer: Viewer | null,
  change: (keeping: Keeping) => Promise<Result<T>>,
): Promise<Result<T>> {
  if (!may(viewer, "edit-helplines")) return unknown();
  return database().prisma.$transaction(async (tx) => {
    await tx.$executeRaw`LOCK TABLE "Helpline" IN SHARE ROW EXCLUSIVE MODE`;
    const { today } = await readDays(tx);
    return change({ tx, viewer, all: await readKept(tx), today });
  });
}

/** Adds a helpline at the end of those of its country. */
export async function addHelpline(
  viewer: Viewer | null,
  input: HelplineInput,
): Promise<Result<{ id: string }>> {
  return asKeeper(viewer, async (keeping) => {
    if (keeping.all.length >= HELPLINES_LIMIT) {
      return failure("invalid", messages.full({ limit: HELPLINES_LIMIT }));
    }
    const refused = problemWith(keeping, input, null);
    if (refused) return refused;
    const data = { ...toRow(input), checkedById: keeping.viewer.id };
    const position = endOf(keeping, input.country);
    const select = { id: true } as const;
    return success(await keeping.tx.helpline.create({ data: { ...data, position }, select }));
  });
}

/** A helpline as it was when its form was filled from it, or the list was opened (`seenOf`). */
type Seen = { id: string; seen: string };

/** Changes a helpline, unless someone else did meanwhile. */
export async function changeHelpline(
  viewer: Viewer | null,
  { id, seen, input }: Seen & { input: HelplineInput },
): Promise<Result<{ id: string }>> {
  return asKeeper(viewer, async (keeping) => {
    const kept = keeping.all.find((each) => each.id === id);
    if (!kept) return unknown();
    if (seen !== seenOf(kept)) {
      return failure("out-of-date", messages.changedSaveAgain());
    }
    const refused = problemWith(keeping, input, kept);
    if (refused) return refused;
    await keeping.tx.helpline.update({
      where: { id },
      data: {
        ...toRow(input),
        // Whoever says when, says that they did.
        ...(input.checkedOn === kept.checkedOn ? {} : { checkedById: keeping.viewer.id }),
        ...(input.country === kept.country ? {} : { position: endOf(keeping, input.country) }),
      },
    });
    return success({ id });
  });
}

/** Says that a helpline was compared with its source today, unless it was changed meanwhile. */
export async function checkHelpline(
  viewer: Viewer | null,
  { id, seen }: Seen,
): Promise<Result<{ id: string }>> {
  return asKeeper(viewer, async ({ tx, viewer: { id: checkedById }, all, today }) => {
    const kept = all.find((each) => each.id === id);
    if (!kept) return unknown();
    // Pressed twice, or by two: it is checked.
    if (kept.checkedOn >= today) return success({ id });
    if (seen !== seenOf(kept)) return failure("out-of-date", messages.changedLookAgain());
    const data = { checkedOn: new Date(today), checkedById };
    await tx.helpline.update({ where: { id }, data });
    return success({ id });
  });
}

/** Puts a helpline before the others of its country. */
export async function putHelplineFirst(
  viewer: Viewer | null,
  id: string,
): Promise<Result<{ id: string }>> {
  return asKeeper(viewer, async ({ tx, all }) => {
    const kept = all.find((each) => each.id === id);
    if (!kept) return unknown();
    const others = all.filter((each) => each !== kept && each.country === kept.country);
    for (const [at, each] of [kept, ...others].entries()) {
      await tx.helpline.update({ where: { id: each.id }, data: { position: at + 1 } });
    }
    return success({ id });
  });
}

/** Removes a helpline for good, unless someone changed it meanwhile. */
export async function removeHelpline(
  viewer: Viewer | null,
  { id, seen }: Seen,
): Promise<Result<null>> {
  return asKeeper(viewer, async ({ tx, all }) => {
    const kept = all.find((each) => each.id === id);
    if (!kept) return unknown();
    if (seen !== seenOf(kept)) return failure("out-of-date", messages.changedBeforeRemoving());
    await tx.helpline.delete({ where: { id } });
    return success(null);
  });
}

function toRow({ checkedOn, ...input }: HelplineInput) {
  return { ...input, checkedOn: new Date(checkedOn) };
}

function endOf({ all }: Keeping, country: string | null): number {
  const positions = all.filter((each) => each.country === country).map(({ position }) => position);
  return Math.max(0, ...positions) + 1;
}

const DAY_MS = 24 * 60 * 60_000;

/** What is wrong with a helpline beside what its form alone can tell. */
function problemWith(
  { all, today }: Keeping,
  input: HelplineInput,
  before: KeptHelpline | null,
): Failure | null {
  const { country, name, checkedOn } = input;
  const errors: Record<string, string[]> = {};
  if (country !== null && !isSupportedCountry(country)) {
    errors.country = [messages.countryFromList()];
  }
  const isSame = (each: KeptHelpline) =>
    each.id !== before?.id &&
    each.country === country &&
    each.name.toLowerCase() === name.toLowerCase();
  if (all.some(isSame)) errors.name = [messages.nameTaken()];
  for (const field of ["phone", "text"] as const) {
    const problem = input[field] && lengthProblem(input[field], country);
    if (problem) errors[field] = [problem];
  }
  // Where it is tomorrow already, it is.
  if (Date.parse(checkedOn) > Date.parse(today) + DAY_MS) {
    errors.checkedOn = [messages.dayToCome()];
  }
  if (Object.keys(errors).length === 0) return null;
  return failure("invalid", messages.notSavedFields(), errors);
}

/** Fewer digits are a short number, which no table has: 988, 116 123. */
const SHORTEST_WHOLE_NUMBER = 7;

/** Whether a digit is missing, or one too many. */
function lengthProblem(number: string, country: string | null): string | null {
  const isShort = number.replace(/\D/g, "").length < SHORTEST_WHOLE_NUMBER;
  if (country === null && !number.startsWith("+")) {
    return messages.codeFirst();
  }
  if (isShort || (country !== null && !isSupportedCountry(country))) return null;
  const problem = validatePhoneNumberLength(number, (country ?? undefined) as CountryCode);
  return problem === undefined ? null : messages.digitCount();
}
