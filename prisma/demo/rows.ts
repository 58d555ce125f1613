import { randomBytes } from "node:crypto";
import { nanoid } from "nanoid";
import type { Prisma } from "#lib/generated/prisma/client.ts";
import type { Status } from "#lib/generated/prisma/enums.ts";
import { newStoryId } from "#lib/stories/id.ts";
import { weightedLength } from "#lib/stories/length.ts";
import type { DemoHistory } from "./history.ts";
import { type DemoRevision, contentWarnings, words } from "./story.ts";

/** What the rows of the demo stories refer to. */
export type DemoContext = {
  callId: string;
  moderatorId: string;
  themeIds: ReadonlyMap<string, string>;
};

/** How a story stands after its history. Written last: a story and its revisions need each other. */
export type DemoStanding = {
  id: string;
  status: Status;
  latestRevisionId: string;
  publishedRevisionId: string | null;
  publishedAt: Date | null;
  waitingSince: Date | null;
};

type DemoRows = {
  story: Prisma.StoryCreateManyInput;
  consent: Prisma.ConsentCreateManyInput;
  revisions: Prisma.RevisionCreateManyInput[];
  revisionWarnings: Prisma.RevisionWarningCreateManyInput[];
  storyWarnings: Prisma.StoryWarningCreateManyInput[];
  decisions: Prisma.DecisionCreateManyInput[];
  standing: DemoStanding;
};

/** The rows of one demo story, with ids and hashes that nobody could know before. */
export function demoRows({ status, steps }: DemoHistory, context: DemoContext): DemoRows {
  const storyId = newStoryId();
  const submittedAt = steps[0].at;
  const sent = steps
    .filter((step) => step.kind === "SENT")
    .map((step, index) => ({ ...step, id: nanoid(), number: index + 1 }));
  const decided = steps
    .filter((step) => step.kind !== "SENT")
    .map((step) => ({ ...step, revisionId: latest(sent.filter(({ at }) => at <= step.at)).id }));
  const approval = decided.find(({ kind }) => kind === "APPROVE");
  const last = latest(steps);
  const warnings = last.kind === "SENT" ? contentWarnings(last.revision) : last.warnings;
  return {
    story: {
      id: storyId,
      callId: context.callId,
      // Of nothing: nobody holds the private link of a demo story.
      idempotencyKeyHash: Uint8Array.from(randomBytes(32)),
      privateLinkHash: Uint8Array.from(randomBytes(32)),
      submittedAt,
      waitingSince: submittedAt,
      demo: true,
    },
    consent: { storyId, use: "SITE", grantedAt: submittedAt },
    revisions: sent.map(({ id, number, revision, at }) => ({
      ...revisionFields(revision, context),
      id,
      storyId,
      number,
      createdAt: at,
    })),
    revisionWarnings: sent.flatMap(({ id, revision }) =>
      contentWarnings(revision).map((each) => ({ revisionId: id, ...each })),
    ),
    storyWarnings: warnings.map((each) => ({ storyId, ...each })),
    decisions: decided.map(({ at, verdict, ...decision }) => ({
      ...decision,
      ...verdict,
      storyId,
      moderatorId: context.moderatorId,
      createdAt: at,
    })),
    standing: {
      id: storyId,
      status,
      latestRevisionId: latest(sent).id,
      publishedRevisionId: approval?.revisionId ?? null,
      publishedAt: approval?.at ?? null,
      waitingSince: status === "PENDING" ? latest(sent).at : null,
    },
  };
}

function revisionFields(revision: DemoRevision, { themeIds }: DemoContext) {
  const { theme, name, role, about } = revision;
  const text = words(revision);
  return {
    text,
    weight: weightedLength(text),
    themeId: theme ? (themeIds.get(theme) ?? null) : null,
    bylineName: name ?? null,
    bylineRole: role ?? null,
    ...(about === "MYSELF"
      ? { subject: "MYSELF" as const }
      : { subject: "SOMEONE_ELSE" as const, subjectConsent: about }),
  };
}

function latest<T>(items: readonly T[]): T {
  const item = items.at(-1);
  // Every history begins with a sending.
  if (item === undefined) throw new Error("A demo story has no history.");
  return item;
}
