/** Each act of the catalogue of rights, on rows of its own: for a test that does it as everyone. */
import { nanoid } from "nanoid";
import { requestSignInLink, signOut } from "#lib/accounts/commands.ts";
import * as ownAccount from "#lib/accounts/own/commands.ts";
import { exportEverything } from "#lib/accounts/own/export/queries.ts";
import { deleteAccount } from "#lib/accounts/own/leaving/commands.ts";
import { getLeave } from "#lib/accounts/own/leaving/queries.ts";
import { getOwnAccount, listOwnStories } from "#lib/accounts/own/queries.ts";
import type { ActName } from "#lib/accounts/rights-catalogue.ts";
import { changeRole, inviteToTeam, removeFromTeam } from "#lib/accounts/team/commands.ts";
import { listTeam } from "#lib/accounts/team/queries.ts";
import type { Viewer } from "#lib/accounts/viewer.ts";
import { changeCall, openCall } from "#lib/calls/commands.ts";
import { getCallForEditing, listCalls } from "#lib/calls/queries.ts";
import { callFormSchema, emptyCallForm } from "#lib/calls/schema.ts";
import { database } from "#lib/db.ts";
import { env } from "#lib/env.ts";
import {
  addHelpline,
  changeHelpline,
  checkHelpline,
  putHelplineFirst,
  removeHelpline,
} from "#lib/helplines/commands.ts";
import {
  countOldHelplines,
  getHelplineForEditing,
  listHelplines,
  readKept,
  seenOf as helplineSeen,
} from "#lib/helplines/queries.ts";
import { emptyHelplineForm, helplineFormSchema } from "#lib/helplines/schema.ts";
import { decideMany, undoBatch } from "#lib/moderation/bulk/commands.ts";
import { countUndone, getUndoableBatch } from "#lib/moderation/bulk/queries.ts";
import { avoidKinds } from "#lib/moderation/care/commands.ts";
import {
  avoids,
  getOffer,
  getOwnDesk,
  getPause,
  heavyInARow,
} from "#lib/moderation/care/queries.ts";
import {
  claimStory,
  releaseClaim,
  renewClaim,
  takeOverStory,
} from "#lib/moderation/claims/commands.ts";
import { getHolding } from "#lib/moderation/claims/queries.ts";
import { decide } from "#lib/moderation/commands.ts";
import { getInsights } from "#lib/moderation/insights/queries.ts";
import { exportLog, getLog } from "#lib/moderation/log/queries.ts";
import { getStoryForModeration } from "#lib/moderation/queries.ts";
import { openNext } from "#lib/moderation/queue/commands.ts";
import { getQueue, hasNext } from "#lib/moderation/queue/queries.ts";
import { wholeQueue } from "#lib/moderation/queue/schema.ts";
import {
  addReason,
  bringBackReason,
  changeReason,
  moveReason,
  retireReason,
} from "#lib/moderation/reasons/commands.ts";
import {
  getReasonForEditing,
  listReasons,
  readReasons,
  seenOf,
} from "#lib/moderation/reasons/queries.ts";
import type { DecisionInput, DecisionValues } from "#lib/moderation/schema.ts";
import { searchStories } from "#lib/moderation/search/queries.ts";
import { undoDecision } from "#lib/moderation/undo/commands.ts";
import { getUndoable, isUndone } from "#lib/moderation/undo/queries.ts";
import { requestLostLinks, stopMail } from "#lib/notifications/commands.ts";
import { stopToken } from "#lib/notifications/stop-link.ts";
import { uploadPicture } from "#lib/pictures/commands.ts";
import { findPictureForModeration } from "#lib/pictures/queries.ts";
import { giveHeart, takeHeartBack } from "#lib/reactions/commands.ts";
import { reportStory } from "#lib/reports/commands.ts";
import { getReports, listReportedStories } from "#lib/reports/queries.ts";
import type { Result } from "#lib/result.ts";
import { changeRule, makeRule, removeRule } from "#lib/screening/commands.ts";
import { getMatches, getRule, listRules } from "#lib/screening/queries.ts";
import { emptyRuleForm, ruleFormSchema } from "#lib/screening/schema.ts";
import { getSimilarStories } from "#lib/screening/similar/queries.ts";
import { touchedStories, tryWords } from "#lib/screening/trying/queries.ts";
import { changeStory } from "#lib/stories/changing/commands.ts";
import { submitStory } from "#lib/stories/commands.ts";
import { noContact } from "#lib/stories/contact.ts";
import {
  appealStory,
  becomeAnonymous,
  setConsents,
  setContact,
  withOwnStory,
  withdrawStory,
} from "#lib/stories/own/commands.ts";
import { getOwnStory } from "#lib/stories/own/queries.ts";
import { acceptProposal, declineProposal } from "#lib/moderation/proposals/answers/commands.ts";
import { getStoryForChange, latestBaseOf } from "#lib/stories/queries.ts";
import {
  changeFormSchema,
  emptyStoryForm,
  emptyWords,
  storyFormSchema,
} from "#lib/stories/schema.ts";
import { newSubmissionKey } from "#lib/stories/submission-key.ts";
import { createUser } from "#lib/testing/accounts.ts";
import { createCall } from "#lib/testing/calls.ts";
import { seededDecision } from "#lib/testing/decisions.ts";
import { photoJpeg } from "#lib/testing/pictures.ts";
import { tellStory } from "#lib/testing/told-stories.ts";

type Told = Awaited<ReturnType<typeof tellStory>>;

/** Who acts, and on what. */
export type Acting = {
  viewer: Viewer | null;
  /** Whose the rows are that are somebody's: the viewer's, as long as there is one. */
  owner: Viewer;
  /** What is asked for: what there is, or something that there is not. */
  id: (real: string, unknown: string) => string;
  /** What stands after `/my/`, of a story that is the owner's. */
  way: (story: Told) => string;
  /** Where the owner has their stories: in the account only, or by their links too. */
  claimed: boolean;
};

type Prepare = (acting: Acting) => Promise<() => Promise<unknown>>;

export type TestedAct = {
  /** Whether it is about one thing, of which there might be none. */
  aboutOne: boolean;
  /** Makes the rows; what it answers does the act. More than one where the act has many kinds. */
  ways: Prepare[];
};

const aboutOne = (...ways: Prepare[]): TestedAct => ({ aboutOne: true, ways });
const aboutAll = (...ways: Prepare[]): TestedAct => ({ aboutOne: false, ways });
/** Needs no rows. */
const simply = (act: (acting: Acting) => Promise<unknown>) =>
  aboutAll((acting) => Promise.resolve(() => act(acting)));

const { prisma } = database();

/** Some id that nothing has. */
const NOBODY = "nobody";
const NO_STORY = "000000000000";

const letters = () =>
  nanoid()
    .toLowerCase()
    .replaceAll(/[^a-z]/g, "x");
let addresses = 0;
const newAddress = () => `2001:db8:1:${(++addresses).toString(16)}::1`;

let callId: Promise<string> | undefined;
const theCall = () =>
  (callId ??= createCall().then(
    async (slug) => (await prisma.call.findUniqueOrThrow({ where: { slug } })).id,
  ));

async function tell(told: Omit<Parameters<typeof tellStory>[0], "callId"> = {}): Promise<Told> {
  return tellStory({ callId: await theCall(), ...told });
}

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.message);
  return result.value;
}

/** Has been a moderator, whatever they are now. */
const formerly = (owner: Viewer): Viewer => ({ ...owner, role: "ADMIN" });

type Deciding = Partial<DecisionValues> & { kind: DecisionInput["kind"] };

const decision = ({ id, revisionId }: Told, deciding: Deciding) =>
  seededDecision({ storyId: id, revisionId, ...deciding });

async function decided(by: Viewer, deciding: Deciding = { kind: "APPROVE" }, story?: Told) {
  const told = story ?? (await tell());
  return valueOf(await decide(formerly(by), decision(told, deciding))).decisionId;
}

/** Decides on a story of a status, with what this kind of decision needs. */
function deciding(kind: DecisionInput["kind"], status: "PENDING" | "PUBLISHED" | "TAKEN_DOWN") {
  return async ({ viewer, id }: Acting) => {
    const story = await tell({ status });
    if (kind === "DISMISS_REPORTS") await report(story);
    const needsReason = ["ASK_FOR_CHANGES", "REJECT", "TAKE_DOWN"].includes(kind);
    const input = decision(story, { kind, reason: needsReason ? "recognisable" : "" });
    return () => decide(viewer, { ...input, storyId: id(story.id, NO_STORY) });
  };
}

const report = ({ id: storyId }: Told) =>
  reportStory({ storyId, reason: "OTHER", note: "Please look.", address: newAddress() });

/** A published story, and a reader of it. */
async function reading() {
  const { id: storyId } = await tell({ status: "PUBLISHED" });
  return { storyId, reader: letters(), address: newAddress() };
}

async function batch(owner: Viewer): Promise<string> {
  return valueOf(await decideMany(formerly(owner), bulk(await tell()))).batchId;
}

const bulk = ({ id: storyId, revisionId }: Told) => ({
  ...{ kind: "REJECT" as const, reason: "promotion", message: null, internalNote: null },
  items: [{ storyId, revisionId }],
});

async function claimed(owner: Viewer) {
  const story = await tell();
  const claimedAt = new Date(Date.now() - 60_000);
  await prisma.claim.create({
    data: {
      ...{ storyId: story.id, moderatorId: owner.id, claimedAt },
      expiresAt: new Date(Date.now() + 60_000),
    },
  });
  return { id: story.id, mark: claimedAt.toISOString() };
}

async function manyHeavy(owner: Viewer): Promise<void> {
  const { id: storyId, revisionId } = await tell();
  await prisma.decision.createMany({
    data: Array.from({ length: env().HEAVY_IN_A_ROW }, () => ({
      ...{ storyId, revisionId, moderatorId: owner.id, kind: "REJECT" as const },
      ...{ reason: "recognisable", warnings: [{ warning: "death", intensity: "GRAPHIC" }] },
    })),
  });
}

const reasonInput = () => ({
  ...{ label: `A reason ${letters()}`, message: "Please look again.", needsMore: false },
  kinds: ["REJECT" as const],
});

const newReason = async (admin: Viewer) =>
  valueOf(await addReason(formerly(admin), reasonInput())).slug;

const helplineInput = () =>
  helplineFormSchema.parse({
    ...emptyHelplineForm,
    ...{ country: "PL", name: letters(), url: "https://example.org", phone: "116 123" },
    ...{ sourceUrl: "https://example.org/numbers", checkedOn: "2020-02-29" },
  });

/** One that nobody has checked for a while. */
async function newHelpline(admin: Viewer) {
  const { id } = valueOf(await addHelpline(formerly(admin), helplineInput()));
  const kept = (await readKept()).find((each) => each.id === id);
  return { id, seen: kept ? helplineSeen(kept) : "" };
}

const ruleInput = () => ruleFormSchema.parse({ ...emptyRuleForm, name: "A", phrases: letters() });

async function newRule() {
  const { id, updatedAt } = await prisma.screeningRule.create({ data: ruleInput() });
  return { id, seen: updatedAt.toISOString() };
}

const callInput = () =>
  callFormSchema.parse({ ...emptyCallForm, title: letters(), prompt: "Tell us." });

async function newCall(admin: Viewer) {
  return valueOf(await openCall(formerly(admin), callInput())).slug;
}

/** Does something to a story that is the owner's. */
function toOwn(
  act: (acting: Acting & { to: string }, story: Told) => Promise<unknown>,
  before: (story: Told) => Promise<unknown> = () => Promise.resolve(),
): TestedAct {
  return aboutOne(async (acting) => {
    const { owner, claimed } = acting;
    const story = await tell({ bylineName: "Noor", claimed, storytellerId: owner.id });
    await before(story);
    return () => act({ ...acting, to: acting.way(story) }, story);
  });
}

const visit = ({ viewer, to }: Acting & { to: string }) => ({
  ...{ viewer, way: to },
  address: newAddress(),
});

const sent = () => ({ key: newSubmissionKey(), address: newAddress(), country: null });

/** Answers words that a moderator proposes. */
function answering(accepts: boolean): TestedAct {
  return aboutOne(async ({ viewer, owner, claimed, way }) => {
    const story = await tell({ claimed, storytellerId: owner.id });
    const moderator = await createUser({ name: "Ines", role: "MODERATOR" });
    const asked = { kind: "ASK_FOR_CHANGES", reason: "recognisable" } as const;
    const proposal = "Someone had the kettle on.";
    const decisionId = await decided(moderator, { ...asked, proposal }, story);
    const answer = { way: way(story), decisionId };
    return () =>
      accepts
        ? acceptProposal(viewer, { ...answer, country: null })
        : declineProposal(viewer, answer);
  });
}

export const testedActs: Record<ActName, TestedAct> = {
  "lib/accounts/commands.ts requestSignInLink": simply(() =>
    requestSignInLink({
      email: `${letters()}@example.org`,
      next: null,
      address: newAddress(),
    }),
  ),
  "lib/accounts/commands.ts signOut": aboutAll(async ({ owner }) => {
    const { sessionToken } = await prisma.session.create({
      data: {
        ...{ userId: owner.id, sessionToken: letters().padEnd(64, "0") },
        expires: new Date(Date.now() + 60_000),
      },
    });
    return () => signOut(sessionToken);
  }),
  "lib/accounts/own/commands.ts claimStory": aboutOne(async ({ viewer, id }) => {
    const { token } = await tell();
    return () =>
      ownAccount.claimStory(viewer, {
        token: id(token, "a".repeat(32)),
        address: newAddress(),
      });
  }),
  "lib/accounts/own/commands.ts setName": aboutAll(async ({ viewer }) => {
    // As every account has one.
    const email = `${letters()}@example.org`;
    if (viewer) await prisma.user.update({ where: { id: viewer.id }, data: { email } });
    return () => ownAccount.setName(viewer, "Noor Haddad");
  }),
  "lib/accounts/own/export/queries.ts exportEverything": simply(({ viewer }) =>
    exportEverything(viewer),
  ),
  "lib/accounts/own/leaving/commands.ts deleteAccount": simply(({ viewer }) =>
    deleteAccount(viewer, { listed: [], stories: {}, rest: "KEEP" }),
  ),
  "lib/accounts/own/leaving/queries.ts getLeave": simply(({ viewer }) => getLeave(viewer)),
  "lib/accounts/own/queries.ts getOwnAccount": simply(({ viewer }) => getOwnAccount(viewer)),
  "lib/accounts/own/queries.ts listOwnStories": simply(({ viewer }) =>
    listOwnStories(viewer, null),
  ),

  "lib/accounts/team/commands.ts inviteToTeam": simply(({ viewer }) =>
    inviteToTeam(viewer, { email: `${letters()}@example.org`, role: "EDITOR" }),
  ),
  "lib/accounts/team/commands.ts changeRole": aboutOne(async ({ viewer, id }) => {
    const member = await createUser({ name: "Ravi", role: "MODERATOR" });
    return () => changeRole(viewer, { userId: id(member.id, NOBODY), role: "EDITOR" });
  }),
  "lib/accounts/team/commands.ts removeFromTeam": aboutOne(async ({ viewer, id }) => {
    const member = await createUser({ name: "Ravi", role: "MODERATOR" });
    return () => removeFromTeam(viewer, { userId: id(member.id, NOBODY) });
  }),
  "lib/accounts/team/queries.ts listTeam": simply(({ viewer }) => listTeam(viewer)),

  "lib/calls/commands.ts openCall": simply(({ viewer }) => openCall(viewer, callInput())),
  "lib/calls/commands.ts changeCall": aboutOne(async ({ viewer, owner, id }) => {
    const slug = await newCall(owner);
    return () => changeCall(viewer, { slug: id(slug, "no-such-call"), input: callInput() });
  }),
  "lib/calls/queries.ts listCalls": simply(({ viewer }) => listCalls(viewer)),
  "lib/calls/queries.ts getCallForEditing": aboutOne(async ({ viewer, owner, id }) => {
    const slug = await newCall(owner);
    return () => getCallForEditing(viewer, id(slug, "no-such-call"));
  }),

  "lib/moderation/commands.ts decide": aboutOne(
    deciding("APPROVE", "PENDING"),
    deciding("ASK_FOR_CHANGES", "PENDING"),
    deciding("REJECT", "PENDING"),
    deciding("TAKE_DOWN", "PUBLISHED"),
    deciding("SET_WARNINGS", "PUBLISHED"),
    deciding("DISMISS_REPORTS", "PUBLISHED"),
    deciding("RESTORE", "TAKEN_DOWN"),
  ),
  "lib/moderation/queries.ts getStoryForModeration": aboutOne(async ({ viewer, id }) => {
    const story = await tell();
    return () => getStoryForModeration(viewer, id(story.id, NO_STORY));
  }),
  // Of each story that there is none of it says so by itself.
  "lib/moderation/bulk/commands.ts decideMany": aboutAll(async ({ viewer }) => {
    const input = bulk(await tell());
    return () => decideMany(viewer, input);
  }),
  "lib/moderation/bulk/commands.ts undoBatch": aboutOne(async ({ viewer, owner, id }) => {
    const real = await batch(owner);
    return () => undoBatch(viewer, id(real, NOBODY));
  }),
  "lib/moderation/bulk/queries.ts getUndoableBatch": aboutOne(async ({ viewer, owner, id }) => {
    const real = await batch(owner);
    return () => getUndoableBatch(viewer, id(real, NOBODY));
  }),
  "lib/moderation/bulk/queries.ts countUndone": aboutOne(async ({ viewer, owner, id }) => {
    const real = await batch(owner);
    valueOf(await undoBatch(formerly(owner), real));
    return () => countUndone(viewer, id(real, NOBODY));
  }),
  "lib/moderation/care/commands.ts avoidKinds": simply(({ viewer }) =>
    avoidKinds(viewer, ["suicide"]),
  ),
  "lib/moderation/care/queries.ts avoids": simply(({ viewer }) => avoids(viewer)),
  "lib/moderation/care/queries.ts getOffer": simply(({ viewer }) =>
    // Nobody comes so far: the pages ask for the story first.
    getOffer(viewer as Viewer, {
      id: NOBODY,
      warnings: [{ warning: "death", intensity: "MENTIONED" }],
    }),
  ),
  "lib/moderation/care/queries.ts heavyInARow": aboutAll(async ({ viewer, owner }) => {
    await manyHeavy(owner);
    return () => heavyInARow(viewer);
  }),
  "lib/moderation/care/queries.ts getPause": aboutAll(async ({ viewer, owner }) => {
    await manyHeavy(owner);
    return () => getPause(viewer);
  }),
  "lib/moderation/care/queries.ts getOwnDesk": simply(({ viewer }) => getOwnDesk(viewer)),
  "lib/moderation/claims/commands.ts claimStory": aboutOne(async ({ viewer, id }) => {
    const story = await tell();
    return () => claimStory(viewer, id(story.id, "no story"));
  }),
  "lib/moderation/claims/commands.ts takeOverStory": aboutOne(async ({ viewer, id }) => {
    const story = await claimed(await createUser({ name: "Ines", role: "MODERATOR" }));
    return () => takeOverStory(viewer, id(story.id, "no story"));
  }),
  "lib/moderation/claims/commands.ts renewClaim": aboutOne(async ({ viewer, owner, id }) => {
    const story = await claimed(owner);
    return () => renewClaim(viewer, id(story.id, NO_STORY));
  }),
  "lib/moderation/claims/commands.ts releaseClaim": aboutOne(async ({ viewer, owner, id }) => {
    const { id: storyId, mark } = await claimed(owner);
    return () => releaseClaim(viewer, { storyId: id(storyId, NO_STORY), mark });
  }),
  "lib/moderation/claims/queries.ts getHolding": aboutOne(async ({ viewer, owner, id }) => {
    const story = await claimed(owner);
    return () => getHolding(viewer, id(story.id, NO_STORY));
  }),
  "lib/moderation/insights/queries.ts getInsights": simply(({ viewer }) => getInsights(viewer, {})),
  "lib/moderation/log/queries.ts getLog": simply(({ viewer }) => getLog(viewer, {})),
  "lib/moderation/log/queries.ts exportLog": simply(({ viewer }) => exportLog(viewer, {})),
  "lib/moderation/queue/commands.ts openNext": aboutAll(async ({ viewer }) => {
    await tell();
    return () => openNext(viewer, wholeQueue);
  }),
  "lib/moderation/queue/queries.ts getQueue": simply(({ viewer }) => getQueue(viewer, wholeQueue)),
  "lib/moderation/queue/queries.ts hasNext": aboutAll(async ({ viewer }) => {
    await tell();
    return () => hasNext(viewer, wholeQueue);
  }),
  "lib/helplines/commands.ts addHelpline": simply(({ viewer }) =>
    addHelpline(viewer, helplineInput()),
  ),
  "lib/helplines/commands.ts changeHelpline": aboutOne(async ({ viewer, owner, id }) => {
    const { id: real, seen } = await newHelpline(owner);
    const input = helplineInput();
    return () => changeHelpline(viewer, { id: id(real, NOBODY), seen, input });
  }),
  "lib/helplines/commands.ts checkHelpline": aboutOne(async ({ viewer, owner, id }) => {
    const { id: real, seen } = await newHelpline(owner);
    return () => checkHelpline(viewer, { id: id(real, NOBODY), seen });
  }),
  "lib/helplines/commands.ts putHelplineFirst": aboutOne(async ({ viewer, owner, id }) => {
    const { id: real } = await newHelpline(owner);
    return () => putHelplineFirst(viewer, id(real, NOBODY));
  }),
  "lib/helplines/commands.ts removeHelpline": aboutOne(async ({ viewer, owner, id }) => {
    const { id: real, seen } = await newHelpline(owner);
    return () => removeHelpline(viewer, { id: id(real, NOBODY), seen });
  }),
  "lib/helplines/queries.ts listHelplines": simply(({ viewer }) => listHelplines(viewer)),
  "lib/helplines/queries.ts countOldHelplines": aboutAll(async ({ viewer, owner }) => {
    await newHelpline(owner);
    return () => countOldHelplines(viewer);
  }),
  "lib/helplines/queries.ts getHelplineForEditing": aboutOne(async ({ viewer, owner, id }) => {
    const { id: real } = await newHelpline(owner);
    return () => getHelplineForEditing(viewer, id(real, NOBODY));
  }),

  "lib/moderation/reasons/commands.ts addReason": simply(({ viewer }) =>
    addReason(viewer, reasonInput()),
  ),
  "lib/moderation/reasons/commands.ts changeReason": aboutOne(async ({ viewer, owner, id }) => {
    const slug = await newReason(owner);
    const reason = (await readReasons()).get(slug);
    const seen = reason ? seenOf(reason) : "";
    return () => changeReason(viewer, { slug: id(slug, NOBODY), seen, input: reasonInput() });
  }),
  "lib/moderation/reasons/commands.ts retireReason": aboutOne(async ({ viewer, owner, id }) => {
    const slug = await newReason(owner);
    return () => retireReason(viewer, id(slug, NOBODY));
  }),
  "lib/moderation/reasons/commands.ts bringBackReason": aboutOne(async ({ viewer, owner, id }) => {
    const slug = await newReason(owner);
    valueOf(await retireReason(formerly(owner), slug));
    return () => bringBackReason(viewer, id(slug, NOBODY));
  }),
  "lib/moderation/reasons/commands.ts moveReason": aboutOne(async ({ viewer, owner, id }) => {
    const slug = await newReason(owner);
    return () => moveReason(viewer, { slug: id(slug, NOBODY), direction: "up" });
  }),
  "lib/moderation/reasons/queries.ts listReasons": simply(({ viewer }) => listReasons(viewer)),
  "lib/moderation/reasons/queries.ts getReasonForEditing": aboutOne(({ viewer, id }) =>
    Promise.resolve(() => getReasonForEditing(viewer, id("unclear", NOBODY))),
  ),
  "lib/moderation/search/queries.ts searchStories": simply(({ viewer }) =>
    searchStories(viewer, {}),
  ),
  "lib/moderation/undo/commands.ts undoDecision": aboutOne(async ({ viewer, owner, id }) => {
    const decisionId = await decided(owner);
    return () => undoDecision(viewer, id(decisionId, NOBODY));
  }),
  "lib/moderation/undo/queries.ts getUndoable": aboutOne(async ({ viewer, owner, id }) => {
    const decisionId = await decided(owner);
    return () => getUndoable(viewer, id(decisionId, NOBODY));
  }),
  "lib/moderation/undo/queries.ts isUndone": aboutOne(async ({ viewer, owner, id }) => {
    const decisionId = await decided(owner);
    valueOf(await undoDecision(formerly(owner), decisionId));
    return () => isUndone(viewer, id(decisionId, NOBODY));
  }),

  "lib/notifications/commands.ts requestLostLinks": simply(() =>
    requestLostLinks({ email: `${letters()}@example.org`, address: newAddress() }),
  ),
  "lib/notifications/commands.ts stopMail": aboutOne(async ({ id }) => {
    const story = await tell({ contact: "noor@example.org" });
    return () => stopMail(id(stopToken(story.id), `${story.id}${"a".repeat(24)}`));
  }),

  "lib/pictures/commands.ts uploadPicture": aboutAll(async () => {
    const bytes = await photoJpeg({ width: 400, height: 300 });
    return () =>
      uploadPicture({
        ...{ bytes, type: "image/jpeg" },
        ...{ key: newSubmissionKey(), address: newAddress() },
      });
  }),
  "lib/pictures/queries.ts findPictureForModeration": aboutOne(async ({ viewer, id }) => {
    const { id: storyId } = await tell();
    const picture = await prisma.picture.create({
      data: {
        ...{ id: letters().padEnd(24, "x"), storyId, width: 400, height: 300 },
        uploadKeyHash: new Uint8Array(32),
      },
    });
    return () => findPictureForModeration(viewer, id(picture.id, "x".repeat(24)));
  }),

  "lib/reactions/commands.ts giveHeart": aboutAll(async () => {
    const asked = await reading();
    return () => giveHeart(asked);
  }),
  "lib/reactions/commands.ts takeHeartBack": aboutAll(async () => {
    const asked = await reading();
    valueOf(await giveHeart(asked));
    return () => takeHeartBack(asked);
  }),
  "lib/reports/commands.ts reportStory": aboutAll(async () => {
    const story = await tell({ status: "PUBLISHED" });
    return () => report(story);
  }),
  "lib/reports/queries.ts getReports": aboutOne(async ({ viewer, id }) => {
    const story = await tell({ status: "PUBLISHED" });
    await report(story);
    return () => getReports(viewer, id(story.id, NO_STORY));
  }),
  "lib/reports/queries.ts listReportedStories": simply(({ viewer }) => listReportedStories(viewer)),

  "lib/screening/commands.ts makeRule": simply(({ viewer }) => makeRule(viewer, ruleInput())),
  "lib/screening/commands.ts changeRule": aboutOne(async ({ viewer, id }) => {
    const { id: real, seen } = await newRule();
    return () => changeRule(viewer, { id: id(real, NOBODY), seen, input: ruleInput() });
  }),
  "lib/screening/commands.ts removeRule": aboutOne(async ({ viewer, id }) => {
    const { id: real, seen } = await newRule();
    return () => removeRule(viewer, { id: id(real, NOBODY), seen });
  }),
  "lib/screening/queries.ts listRules": simply(({ viewer }) => listRules(viewer)),
  "lib/screening/queries.ts getRule": aboutOne(async ({ viewer, id }) => {
    const rule = await newRule();
    return () => getRule(viewer, id(rule.id, NOBODY));
  }),
  "lib/screening/queries.ts getMatches": aboutOne(async ({ viewer, id }) => {
    const { revisionId } = await tell();
    return () => getMatches(viewer, id(revisionId, NOBODY));
  }),
  "lib/screening/similar/queries.ts getSimilarStories": aboutOne(async ({ viewer, id }) => {
    const story = await tell();
    return () => getSimilarStories(viewer, id(story.id, NO_STORY));
  }),
  "lib/screening/trying/queries.ts tryWords": simply(({ viewer }) =>
    tryWords(viewer, { words: "The kettle was on.", draft: null }),
  ),
  "lib/screening/trying/queries.ts touchedStories": simply(({ viewer }) =>
    touchedStories(viewer, { id: null, input: ruleInput() }),
  ),

  "lib/stories/commands.ts submitStory": aboutAll(async ({ viewer }) => {
    const { slug } = await prisma.call.findUniqueOrThrow({ where: { id: await theCall() } });
    const input = storyFormSchema.parse({
      ...emptyStoryForm,
      ...{ text: "The kettle was on.", subject: "MYSELF", consent: true },
    });
    return () => submitStory(viewer, { ...sent(), input, callSlug: slug });
  }),
  "lib/stories/changing/commands.ts changeStory": aboutOne(
    async ({ viewer, owner, claimed, way }) => {
      const story = await tell({ claimed, storytellerId: owner.id });
      const at = claimed ? { viewer: owner, way: story.id } : { viewer: null, way: story.token };
      const base = (await latestBaseOf(at.viewer, at.way)) ?? "";
      const input = changeFormSchema.parse({
        ...emptyWords,
        ...{ text: "Someone had the kettle on.", subject: "MYSELF", timeZone: "Etc/UTC" },
      });
      return () => changeStory(viewer, { ...sent(), way: way(story), base, input });
    },
  ),
  "lib/stories/own/commands.ts withOwnStory": toOwn(({ viewer, to }) =>
    withOwnStory(viewer, to, async (tx, { id }) => {
      await tx.story.update({ where: { id }, data: { careMark: true } });
      return { ok: true, value: null };
    }),
  ),
  "lib/stories/own/commands.ts withdrawStory": toOwn(({ viewer, to }) => withdrawStory(viewer, to)),
  "lib/stories/own/commands.ts becomeAnonymous": toOwn(({ viewer, to }) =>
    becomeAnonymous(viewer, to),
  ),
  "lib/stories/own/commands.ts setConsents": toOwn(({ viewer, to }) =>
    setConsents(viewer, to, { consentRoundUp: "ANONYMOUS", consentSocial: "", consentPrint: "" }),
  ),
  "lib/stories/own/commands.ts setContact": toOwn(({ viewer, to }) =>
    setContact(viewer, to, {
      contact: { ...noContact, email: `${letters()}@example.org` },
      address: newAddress(),
    }),
  ),
  "lib/stories/own/commands.ts appealStory": toOwn(
    ({ viewer, to }) => appealStory(viewer, to, "Please look again."),
    async (story) => {
      const moderator = await createUser({ name: "Ines", role: "MODERATOR" });
      await decided(moderator, { kind: "REJECT", reason: "recognisable" }, story);
    },
  ),
  "lib/stories/own/queries.ts getOwnStory": toOwn((acting) => getOwnStory(visit(acting))),
  "lib/moderation/proposals/answers/commands.ts acceptProposal": answering(true),
  "lib/moderation/proposals/answers/commands.ts declineProposal": answering(false),
  "lib/stories/queries.ts getStoryForChange": toOwn((acting) => getStoryForChange(visit(acting))),
  "lib/stories/queries.ts latestBaseOf": toOwn(({ viewer, to }) => latestBaseOf(viewer, to)),
};
