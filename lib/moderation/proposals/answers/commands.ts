/** What a storyteller answers to words that a moderator proposes: nothing changes without their yes. */
import "server-only";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { type ContentWarning, strongest } from "#lib/content-warnings/list.ts";
import { toWarningValues } from "#lib/content-warnings/schema.ts";
import type { Prisma, Transaction } from "#lib/db.ts";
import * as decisions from "#lib/generated/messages/decisions.ts";
import type { ProposalAnswer } from "#lib/generated/prisma/enums.ts";
import { decideWithin } from "#lib/moderation/commands.ts";
import { ACCEPTED_NOTE } from "#lib/moderation/policy.ts";
import { transitions } from "#lib/moderation/transitions.ts";
import { findingKinds } from "#lib/privacy/findings.ts";
import { reopenReports } from "#lib/reports/commands.ts";
import { type Failure, type Result, failure, success } from "#lib/result.ts";
import { readRules } from "#lib/screening/queries.ts";
import { keepMatches, screenStory } from "#lib/screening/screen.ts";
import { hasCode } from "#lib/stories/commands.ts";
import { type WordsLookedAt, lookAt } from "#lib/stories/look-again.ts";
import { withOwnStory, withdrawn } from "#lib/stories/own/commands.ts";
import { keepAnswer, lastDecision, proposalFields } from "#lib/stories/proposals/commands.ts";
import { openProposal, publishesAtOnce } from "#lib/stories/proposals/policy.ts";
import { contentFields, warningsToChange, writeRevision } from "#lib/stories/revision.ts";
import type { WordsInput } from "#lib/stories/schema.ts";
import { textProblem } from "#lib/stories/text.ts";

type Answering = {
  /** What stands after `/my/`. */
  way: string;
  /** Of the proposal that is answered, as lib/moderation/proposals/answers/schema.ts leaves it. */
  decisionId: string;
};

type Accepting = Answering & {
  /** The storyteller's, ISO 3166; null when nothing tells. */
  country: string | null;
};

/**
 * Puts the proposed words in place of the story's, in a new version that has everything else as it
 * was. It is published at once where the moderator said so and still may; otherwise it waits, as any
 * change does. Accepting twice is accepting once.
 */
export async function acceptProposal(
  viewer: Viewer | null,
  { way, decisionId, country }: Accepting,
): Promise<Result<{ id: string }>> {
  await readRules();
  try {
    return await withOwnStory<{ id: string }>(viewer, way, async (tx, { id }) => {
      const story = await readStory(tx, id);
      const proposal = openOf(story);
      if (proposal?.decisionId !== decisionId) {
        return noLongerOpen(tx, story, { decisionId, answer: "ACCEPTED" });
      }
      const words = await lookAt(proposal.text, country, tx);
      const refused = refuseWords(proposal.text, words);
      if (refused) return refused;
      return writeAccepted(tx, { story, proposal, words });
    });
  } catch (error) {
    // Its theme was removed while it was written.
    if (!hasCode(error, "P2003")) throw error;
    return failure("unavailable", decisions.proposalRace());
  }
}

/**
 * Keeps the story's own words: a moderator decides on them, once more. Declining twice is declining
 * once.
 */
export function declineProposal(
  viewer: Viewer | null,
  { way, decisionId }: Answering,
): Promise<Result<{ id: string }>> {
  return withOwnStory(viewer, way, async (tx, { id, status }) => {
    const story = await readStory(tx, id);
    const to = transitions.DECLINE[status];
    if (openOf(story)?.decisionId !== decisionId || !to) {
      return noLongerOpen(tx, story, { decisionId, answer: "DECLINED" });
    }
    // Of words that nobody changed, what readers reported is what is decided on once more.
    const isAsReported = story.latestRevisionId === story.publishedRevisionId;
    if (isAsReported) await reopenReports(tx, { storyId: id, decisionId });
    else await tx.story.update({ where: { id }, data: { status: to, waitingSince: new Date() } });
    await keepAnswer(tx, decisionId, "DECLINED");
    return success({ id });
  });
}

const storyFields = {
  id: true,
  status: true,
  storytellerId: true,
  senderHash: true,
  needsTwo: true,
  reportedSince: true,
  latestRevisionId: true,
  publishedRevisionId: true,
  warnings: { select: { warning: true, intensity: true } },
  latestRevision: { select: { number: true, themeId: true, ...contentFields } },
  decisions: {
    ...lastDecision,
    select: {
      kind: true,
      revisionId: true,
      recognisable: true,
      warnings: true,
      proposal: { select: proposalFields },
      moderator: { select: { id: true, role: true, name: true, email: true } },
    },
  },
} as const satisfies Prisma.StorySelect;

type StoryRow = Prisma.StoryGetPayload<{ select: typeof storyFields }>;

function readStory(tx: Transaction, id: string): Promise<StoryRow> {
  return tx.story.findUniqueOrThrow({ where: { id }, select: storyFields });
}

function openOf({ decisions, latestRevisionId }: StoryRow) {
  return openProposal(decisions[0], latestRevisionId);
}

type Proposal = NonNullable<ReturnType<typeof openOf>>;

type Given = { decisionId: string; answer: ProposalAnswer };

/** What to say to an answer that came too late. The same one, given before, is as if given now. */
async function noLongerOpen(
  tx: Transaction,
  { id, status }: StoryRow,
  given: Given,
): Promise<Result<{ id: string }>> {
  if (status === "WITHDRAWN") return withdrawn();
  const proposal = await tx.proposal.findFirst({
    where: { decisionId: given.decisionId, storyId: id, decision: { undoneAt: null } },
    select: { answer: true },
  });
  if (proposal?.answer === given.answer) return success({ id });
  return failure("closed", closedSentences[proposal?.answer ?? "NONE"]());
}

const closedSentences: Record<ProposalAnswer | "NONE", () => string> = {
  ACCEPTED: decisions.proposalAccepted,
  CHANGED: decisions.proposalChanged,
  DECLINED: decisions.proposalDeclined,
  NONE: decisions.proposalGone,
};

/** What can't be published, whoever wrote it: the rules may have changed since it was proposed. */
function refuseWords(text: string, { refused: [first] }: WordsLookedAt): Failure | null {
  const sentence = first ? findingKinds[first.kind].sentence() : textProblem(text);
  if (!sentence) return null;
  return failure("invalid", decisions.proposalCantGoOut({ why: sentence }));
}

type Accepted = { story: StoryRow; proposal: Proposal; words: WordsLookedAt };

async function writeAccepted(
  tx: Transaction,
  { story, proposal, words }: Accepted,
): Promise<Result<{ id: string }>> {
  const { id, status, latestRevision: latest } = story;
  const to = transitions.CHANGE[status];
  // A trigger in the database says that every story has a latest revision, and the table that what
  // changes were asked for can be changed.
  if (!latest || !to) throw new Error(`Story ${id} can't be changed.`);
  const warnings = warningsToChange(story, latest) as ContentWarning[];
  const input = inputOf(latest, { text: proposal.text, warnings });
  const { refusal, matches, ...desk } = await screenStory(tx, {
    input,
    sender: story.senderHash,
    accountId: story.storytellerId,
    isNew: false,
  });
  if (refusal !== null) return failure("invalid", refusal);
  const now = new Date();
  const at = { storyId: id, number: latest.number + 1 };
  await writeRevision(tx, { ...at, themeId: latest.themeId, input, hints: words.hints }, () => ({
    status: to,
    careMark: words.careMark,
    waitingSince: now,
    ...desk,
  }));
  await keepMatches(tx, at, matches);
  const shown = await showWarnings(tx, story, warnings);
  await keepAnswer(tx, proposal.decisionId, "ACCEPTED");
  await publish(tx, { story, proposal, shown, needsTwo: desk.needsTwo });
  return success({ id });
}

type Latest = NonNullable<StoryRow["latestRevision"]>;

type Changed = { text: string; warnings: ContentWarning[] };

/** The story as it stands, with other words: as the form to change it would bring it. */
function inputOf(latest: Latest, { text, warnings }: Changed): WordsInput {
  const { bylineName, bylineRole, subject, subjectConsent, pictureId, pictureAlt } = latest;
  return {
    ...{ text, bylineName, bylineRole, pictureId, pictureAlt },
    // The type of the form knows no null, which is what the schema makes of nothing said.
    ...({ subject, subjectConsent } as Pick<WordsInput, "subject" | "subjectConsent">),
    ...toWarningValues(warnings),
    theme: latest.theme?.slug ?? null,
    seen: [],
    timeZone: "",
  };
}

/** As with any change: readers are warned at once, and unwarned by a moderator. */
async function showWarnings(
  tx: Transaction,
  { id: storyId, status, warnings: before }: StoryRow,
  now: ContentWarning[],
): Promise<ContentWarning[]> {
  const shown = status === "PUBLISHED" ? strongest(before as ContentWarning[], now) : now;
  await tx.storyWarning.deleteMany({ where: { storyId } });
  await tx.storyWarning.createMany({ data: shown.map((each) => ({ storyId, ...each })) });
  return shown;
}

type Publishing = {
  story: StoryRow;
  proposal: Proposal;
  /** The content warnings that readers see. */
  shown: ContentWarning[];
  /** As screening says of the new words; the story says it of the old ones. */
  needsTwo: boolean;
};

/**
 * Approves the accepted words in the name of the moderator who said that they may be published at
 * once, with what they said then about who could be recognised in them, and behind the warnings they
 * chose. It is a decision as any: in the log, mailed after the window, and theirs to undo within it,
 * under its own address at the desk; later they can take the story down. Where it can't be made now
 * (another moderator has the story open, say), the words wait in the queue.
 */
async function publish(tx: Transaction, publishing: Publishing): Promise<void> {
  const { story, proposal, shown, needsTwo } = publishing;
  const [decision] = story.decisions;
  if (!decision || needsTwo) return;
  const { moderator, recognisable, warnings } = decision;
  const { publishAtOnce } = proposal;
  if (!publishesAtOnce({ publishAtOnce, moderator, story })) return;
  const { latestRevisionId } = await tx.story.findUniqueOrThrow({
    where: { id: story.id },
    select: { latestRevisionId: true },
  });
  await decideWithin(tx, moderator, {
    storyId: story.id,
    revisionId: latestRevisionId ?? "",
    kind: "APPROVE",
    reason: null,
    message: null,
    internalNote: ACCEPTED_NOTE,
    recognisable,
    proposal: null,
    publishAtOnce: false,
    ...toWarningValues(strongest(shown, warnings as ContentWarning[])),
  });
}
