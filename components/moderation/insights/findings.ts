/** What each chart shows, in a sentence or two: for whoever doesn't see it, and as its first line. */
import { decisionNames } from "#components/moderation/names.ts";
import { duration, longDay, percent } from "#components/moderation/insights/words.ts";
import * as records from "#lib/generated/messages/records.ts";
import { sumOf } from "#lib/moderation/insights/arithmetic.ts";
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
    ? records.waitNow({ count: last.count })
    : records.waitedThen({ count: last.count, day: longDay(last.day) });
  const peak =
    most.count === last.count
      ? records.neverMore()
      : records.mostWaited({ count: most.count, day: longDay(most.day) });
  return `${end} ${peak}`;
}

export function firstFinding({ first: { overall } }: Pick<Insights, "first">): Finding {
  if (!overall) return null;
  const { count, median, ninetieth } = overall;
  return records.firstFinding({ count, half: duration(median), most: duration(ninetieth) });
}

export function kindsFinding({ kinds }: Pick<Insights, "kinds">): Finding {
  const [most] = kinds;
  if (!most) return null;
  const whole = sumOf(kinds, ({ count }) => count);
  const share = percent({ part: most.count, whole });
  return records.kindsFinding({
    whole,
    kind: decisionNames[most.kind](),
    count: most.count,
    share,
  });
}

export function reasonsFinding({ reasons }: Pick<Insights, "reasons">): Finding {
  const [most] = reasons;
  if (!most) return null;
  return records.reasonsFinding({ reason: most.label, count: most.count });
}

export function warningsFinding({ warnings }: Pick<Insights, "warnings">): Finding {
  const { all, stories, without } = warnings;
  const [most] = all;
  if (!most) return null;
  return records.warningsFinding({
    stories,
    warned: stories - without,
    warning: most.label,
    count: most.count,
  });
}

export function reversalsFinding({
  undone,
  overturned,
}: Pick<Insights, "undone" | "overturned">): Finding {
  if (undone.whole === 0) return null;
  const answered =
    overturned.whole === 0
      ? records.noAppeal()
      : records.overturnedFinding({ ...overturned, share: percent(overturned) });
  return `${records.undoneFinding({ ...undone, share: percent(undone) })} ${answered}`;
}

export function callsFinding({ byCall }: Pick<Insights, "byCall">): Finding {
  const [most] = byCall;
  if (!most) return null;
  return records.callsFinding({
    calls: byCall.length,
    title: most.title,
    count: most.decisions,
  });
}
