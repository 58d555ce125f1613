/** What each chart shows, in a sentence or two: for whoever doesn't see it, and as its first line. */
import { decisionNames } from "#components/moderation/names.ts";
import { duration, longDay, many, number, percent } from "#components/moderation/insights/words.ts";
import { type Share, sumOf } from "#lib/moderation/insights/arithmetic.ts";
import type { Insights } from "#lib/moderation/insights/queries.ts";

/** Null where there is nothing to show. */
type Finding = string | null;

export function waitingFinding({ waiting, period }: Pick<Insights, "waiting" | "period">): Finding {
  const last = waiting.at(-1);
  const most = waiting.reduce((one, each) => (each.count > one.count ? each : one), {
    day: "",
    count: 0,
  });
  if (!last || most.count === 0) return null;
  const end = period.untilNow
    ? `${many(last.count, "story waits", "stories wait")} now.`
    : `${many(last.count, "story", "stories")} waited at the end of ${longDay(last.day)}.`;
  if (most.count === last.count) return `${end} In this time there never were more.`;
  return `${end} The most were ${number(most.count)}, on ${longDay(most.day)}.`;
}

export function firstFinding({ first: { overall } }: Pick<Insights, "first">): Finding {
  if (!overall) return null;
  const { count, median, ninetieth } = overall;
  const half = `Half were decided on within ${duration(median)}, nine of ten within ${duration(ninetieth)}.`;
  return `${many(count, "story had its", "stories had their")} first decision. ${half}`;
}

export function kindsFinding({ kinds }: Pick<Insights, "kinds">): Finding {
  const [most] = kinds;
  if (!most) return null;
  const whole = sumOf(kinds, ({ count }) => count);
  const share = percent({ part: most.count, whole });
  return `${many(whole, "decision", "decisions")}. The most frequent: ${decisionNames[most.kind]}, ${number(most.count)} (${share}).`;
}

export function reasonsFinding({ reasons }: Pick<Insights, "reasons">): Finding {
  const [most] = reasons;
  if (!most) return null;
  return `The most frequent reason: ${most.label}, given ${many(most.count, "time", "times")}.`;
}

export function warningsFinding({ warnings }: Pick<Insights, "warnings">): Finding {
  const { all, stories, without } = warnings;
  const [most] = all;
  if (!most) return null;
  const some = `Of ${many(stories, "approved story", "approved stories")}, ${many(stories - without, "has", "have")} content warnings.`;
  return `${some} The most frequent: ${most.label}, on ${number(most.count)}.`;
}

export function reversalsFinding({
  undone,
  overturned,
}: Pick<Insights, "undone" | "overturned">): Finding {
  if (undone.whole === 0) return null;
  const taken = `Undone: ${ofWhole(undone, "decision", "decisions")}.`;
  if (overturned.whole === 0) return `${taken} No appeal was answered.`;
  return `${taken} Decided otherwise on appeal: ${ofWhole(overturned, "answer", "answers")}.`;
}

/** "3 of 40 decisions (7.5 %)". */
function ofWhole(share: Share, one: string, more: string): string {
  return `${number(share.part)} of ${many(share.whole, one, more)} (${percent(share)})`;
}

export function callsFinding({ byCall }: Pick<Insights, "byCall">): Finding {
  const [most] = byCall;
  if (!most) return null;
  return `${many(byCall.length, "call", "calls")} had stories that were decided on. The most: “${most.title}”, ${many(most.decisions, "decision", "decisions")}.`;
}
