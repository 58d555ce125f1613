import type { ContentWarning } from "#lib/content-warnings/list.ts";
import type { DecisionKind, Status } from "#lib/generated/prisma/enums.ts";
import { demoStories } from "./stories.ts";
import {
  type DemoJudgedStory,
  type DemoRevision,
  type DemoStory,
  type DemoVerdict,
  contentWarnings,
  decidedWarnings,
} from "./story.ts";

type Sent = { kind: "SENT"; at: Date; revision: DemoRevision };
type Decided = { kind: DecisionKind; at: Date; warnings: ContentWarning[]; verdict?: DemoVerdict };

/** What happened to a demo story, oldest first. */
export type DemoHistory = { status: Status; steps: [Sent, ...(Sent | Decided)[]] };

/** The call opens this many days before the stories are seeded. */
export const DEMO_DAYS = 60;

const HOUR = 60;
const DAY = 24 * HOUR;

/** The history of every demo story, told as of `now`. The same `now` gives the same histories. */
export function demoHistories(now: Date): DemoHistory[] {
  // The seconds differ from story to story, as they would.
  const ago = (minutes: number, index: number) =>
    new Date(now.getTime() - (Math.floor(minutes) * 60 + ((index * 17) % 60)) * 1000);
  const { published, waiting, returned, rejected, takenDown } = demoStories;
  return [
    ...published.map((story, index): DemoHistory => {
      const age = feedAge(index, published.length);
      const steps = sent(story, ago(age + queueTime(index), index));
      return { status: "PUBLISHED", steps: [...steps, approval(story, ago(age, index))] };
    }),
    ...waiting.map((story, index): DemoHistory => {
      const place = waiting.length - 1 - index;
      return { status: "PENDING", steps: sent(story, ago(6 * 1.66 ** place, index)) };
    }),
    ...returned.map((story, index): DemoHistory => {
      const age = (0.4 + index * 1.3) * DAY;
      const steps = sent(story, ago(age + queueTime(index), index));
      const decision = judgement(story, { kind: "ASK_FOR_CHANGES", at: ago(age, index) });
      return { status: "CHANGES_REQUESTED", steps: [...steps, decision] };
    }),
    ...rejected.map((story, index): DemoHistory => {
      const age = (0.7 + index * 4.3) * DAY;
      const steps = sent(story, ago(age + queueTime(index), index));
      return {
        status: "REJECTED",
        steps: [...steps, judgement(story, { kind: "REJECT", at: ago(age, index) })],
      };
    }),
    ...takenDown.map((story, index): DemoHistory => {
      const age = (11 + index * 13) * DAY;
      const steps = sent(story, ago(age + queueTime(index), index));
      const decisions = [
        approval(story, ago(age, index)),
        judgement(story, { kind: "TAKE_DOWN", at: ago(age / 5, index) }),
      ];
      return { status: "TAKEN_DOWN", steps: [...steps, ...decisions] };
    }),
  ];
}

/** Minutes since a story of the feed was published: close together now, further apart long ago. */
function feedAge(index: number, count: number): number {
  const unevenly = index + ((index * 37) % 10) / 12.5;
  return 4 + (DEMO_DAYS - 3) * DAY * (unevenly / count) ** 1.8;
}

/** Minutes that a story waited for its moderator. */
function queueTime(index: number): number {
  return 12 + ((index * 53) % 29) * 37;
}

/** The sending of a story at `at`, after what came before it when it was returned once. */
function sent(story: DemoStory, at: Date): DemoHistory["steps"] {
  const last: Sent = { kind: "SENT", at, revision: story };
  if (!story.returned) return [last];
  const { revision, verdict } = story.returned;
  const before = (hours: number) => new Date(at.getTime() - hours * HOUR * 60_000);
  const warnings = contentWarnings(revision);
  return [
    { kind: "SENT", at: before(8), revision },
    { kind: "ASK_FOR_CHANGES", at: before(5), warnings, verdict },
    last,
  ];
}

function approval(story: DemoStory, at: Date): Decided {
  return { kind: "APPROVE", at, warnings: decidedWarnings(story) };
}

function judgement(story: DemoJudgedStory, { kind, at }: Pick<Decided, "kind" | "at">): Decided {
  return { kind, at, warnings: decidedWarnings(story), verdict: story.verdict };
}
