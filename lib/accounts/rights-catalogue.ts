/**
 * Every page, every route handler, and every command and query that asks who is there: who it is
 * for, and what it answers to others. docs/rights.md is written from it, and three tests hold it to
 * the program: rights.test.ts (nothing is missing, nothing is there no more), which also compares
 * the document; rights.integration.test.ts (each command and query as each role); and
 * e2e/rights.spec.ts (each route as each role).
 */
import { type Right, rolesWith } from "#lib/accounts/rights.ts";
import type { Role } from "#lib/generated/prisma/enums.ts";

/** Whoever can come, and the role that the database has for them. */
export const people = {
  "signed out": null,
  storyteller: "STORYTELLER",
  moderator: "MODERATOR",
  editor: "EDITOR",
  admin: "ADMIN",
} as const satisfies Record<string, Role | null>;

export type Person = keyof typeof people;

/**
 * `account`: whoever is signed in, for what is theirs. `own`: whoever has a story's private link,
 * signed in or not, and the storyteller who has it in their account. `mailed`: whoever has the link
 * that is in each mail about a story.
 */
export type Who = "everyone" | "account" | "own" | "mailed" | Right;

/** Whether someone may, apart from what is not theirs. */
export function isFor(who: Who, person: Person): boolean {
  if (who === "everyone" || who === "own" || who === "mailed") return true;
  const role = people[person];
  if (role === null) return false;
  return who === "account" || rolesWith(who).includes(role);
}

export type Route = {
  who: Who;
  does: string;
  /**
   * An address of it. `:story` is a story's id, `:link` what stands in its private link, `:picture`
   * its picture, `:preview` the name of its preview, `:frameFile` that of a file of its frame, `:stop`
   * what stands in the link of a mail; `:call`, `:theme`, `:hashtag` and `:rule` are such.
   */
  sample: string;
  /** Whoever is not signed in is asked to; without this they get what others get. */
  asksToSignIn?: true;
  /** What it answers to those whom it is for; 200 unless it says otherwise. */
  answers?: number;
  /** Where someone who has another place to work is sent. */
  sends?: Partial<Record<Person, string>>;
};

/** By what stands in the address bar, as the folders under app/ spell it. */
export const pages = {
  "/[[...older]]": { who: "everyone", does: "published stories", sample: "/" },
  "/stories/[id]": { who: "everyone", does: "a published story", sample: "/stories/:story" },
  "/stories/[id]/embed/[[...look]]": {
    who: "everyone",
    does: "the code to embed it",
    sample: "/stories/:story/embed",
  },
  "/stories/[id]/heart": {
    who: "everyone",
    does: "what came of a heart, and taking it back",
    sample: "/stories/:story/heart",
  },
  "/stories/[id]/mastodon": {
    who: "everyone",
    does: "leads to one’s own Mastodon server to share it",
    sample: "/stories/:story/mastodon",
  },
  "/stories/[id]/report": {
    who: "everyone",
    does: "reports it",
    sample: "/stories/:story/report",
  },
  "/themes/[slug]/[[...older]]": {
    who: "everyone",
    does: "published stories under a theme",
    sample: "/themes/:theme",
  },
  "/calls/[slug]/[[...older]]": {
    who: "everyone",
    does: "published answers to a call",
    sample: "/calls/:call",
  },
  "/hashtags/[tag]/[[...older]]": {
    who: "everyone",
    does: "published stories with a hashtag",
    sample: "/hashtags/:hashtag",
  },
  "/roles": { who: "everyone", does: "the roles that have stories", sample: "/roles" },
  "/roles/[slug]/[[...older]]": {
    who: "everyone",
    does: "published stories by a role",
    sample: "/roles/nurse",
  },
  "/hearted/[[...path]]": {
    who: "everyone",
    does: "the most hearted stories",
    sample: "/hearted/week",
  },
  "/search": { who: "everyone", does: "searches published stories", sample: "/search?q=night" },
  "/content-warnings": {
    who: "everyone",
    does: "chooses what warnings do, on the device",
    sample: "/content-warnings",
  },
  "/helplines": { who: "everyone", does: "helplines", sample: "/helplines" },
  "/log/[[...year]]": {
    who: "everyone",
    does: "decisions by month, without names or words",
    sample: "/log",
  },
  "/share": { who: "everyone", does: "shares a story", sample: "/share" },
  "/calls/[slug]/share": {
    who: "everyone",
    does: "shares a story for a call",
    sample: "/calls/:call/share",
  },
  "/sign-in": { who: "everyone", does: "signs in", sample: "/sign-in" },
  "/sign-in/check-mail": {
    who: "everyone",
    does: "says that a link is on its way",
    sample: "/sign-in/check-mail",
  },
  "/sign-in/confirm": {
    who: "everyone",
    does: "has the button that uses a sign-in link up",
    sample: `/sign-in/confirm?token=${"a".repeat(43)}&email=ada%40example.org`,
  },
  "/my": { who: "everyone", does: "one’s own stories, or the way to an account", sample: "/my" },
  "/my/lost-link": {
    who: "everyone",
    does: "has lost private links mailed",
    sample: "/my/lost-link",
  },
  "/my/account": {
    who: "account",
    does: "one’s own account, and one’s name",
    sample: "/my/account",
    asksToSignIn: true,
  },
  "/my/account/delete": {
    who: "everyone",
    does: "deletes one’s own account, or says that nobody is signed in",
    sample: "/my/account/delete",
  },
  "/my/[token]": { who: "own", does: "one’s own story", sample: "/my/:link" },
  "/my/[token]/change": { who: "own", does: "changes it", sample: "/my/:link/change" },
  "/my/[token]/appeal": {
    who: "own",
    does: "appeals against a decision on it",
    sample: "/my/:link/appeal",
  },
  "/my/[token]/withdraw": { who: "own", does: "withdraws it", sample: "/my/:link/withdraw" },
  "/stop-mail/[token]": {
    who: "mailed",
    does: "stops all mail about a story",
    sample: "/stop-mail/:stop",
  },
  "/moderation": {
    who: "moderate",
    does: "the queue, or the story to read next",
    sample: "/moderation",
    asksToSignIn: true,
    sends: { editor: "/moderation/calls" },
  },
  "/moderation/stories/[id]": {
    who: "moderate",
    does: "a story, to decide on it",
    sample: "/moderation/stories/:story",
    asksToSignIn: true,
  },
  "/moderation/search": {
    who: "moderate",
    does: "all stories; decides on many at once",
    sample: "/moderation/search",
    asksToSignIn: true,
  },
  "/moderation/reports": {
    who: "moderate",
    does: "stories that readers reported",
    sample: "/moderation/reports",
    asksToSignIn: true,
  },
  "/moderation/log": {
    who: "moderate",
    does: "every decision, with who made it",
    sample: "/moderation/log",
    asksToSignIn: true,
  },
  "/moderation/insights": {
    who: "moderate",
    does: "how the desk keeps up",
    sample: "/moderation/insights",
    asksToSignIn: true,
  },
  "/moderation/care": {
    who: "moderate",
    does: "one’s name, kinds that one would rather not get, and one’s own time at the desk",
    sample: "/moderation/care",
    asksToSignIn: true,
  },
  "/moderation/screening": {
    who: "screen",
    does: "the screening rules; tries words",
    sample: "/moderation/screening",
    asksToSignIn: true,
  },
  "/moderation/screening/new": {
    who: "screen",
    does: "makes a rule",
    sample: "/moderation/screening/new",
    asksToSignIn: true,
  },
  "/moderation/screening/[id]": {
    who: "screen",
    does: "changes a rule",
    sample: "/moderation/screening/:rule",
    asksToSignIn: true,
  },
  "/moderation/calls": {
    who: "edit-calls",
    does: "all calls; opens one",
    sample: "/moderation/calls",
    asksToSignIn: true,
  },
  "/moderation/calls/[slug]": {
    who: "edit-calls",
    does: "changes a call",
    sample: "/moderation/calls/:call",
    asksToSignIn: true,
  },
  "/moderation/reasons": {
    who: "edit-reasons",
    does: "the reasons for decisions",
    sample: "/moderation/reasons",
    asksToSignIn: true,
  },
  "/moderation/reasons/new": {
    who: "edit-reasons",
    does: "adds a reason",
    sample: "/moderation/reasons/new",
    asksToSignIn: true,
  },
  "/moderation/reasons/[slug]": {
    who: "edit-reasons",
    does: "changes a reason",
    sample: "/moderation/reasons/unclear",
    asksToSignIn: true,
  },
  "/moderation/helplines": {
    who: "edit-helplines",
    does: "the helplines; says that one was checked",
    sample: "/moderation/helplines",
    asksToSignIn: true,
  },
  "/moderation/helplines/new": {
    who: "edit-helplines",
    does: "adds a helpline",
    sample: "/moderation/helplines/new",
    asksToSignIn: true,
  },
  "/moderation/helplines/[id]": {
    who: "edit-helplines",
    does: "changes a helpline, or removes it",
    sample: "/moderation/helplines/nz-1737",
    asksToSignIn: true,
  },
  "/moderation/team": {
    who: "run-team",
    does: "the team; invites",
    sample: "/moderation/team",
    asksToSignIn: true,
  },
} as const satisfies Record<string, Route>;

/** By method and address. */
export const handlers = {
  "GET /api/auth/[...nextauth]": {
    who: "everyone",
    does: "what signing in with GitHub or Google needs",
    sample: "/api/auth/csrf",
  },
  "POST /api/auth/[...nextauth]": {
    who: "everyone",
    does: "uses a sign-in link up, or goes to GitHub or Google",
    sample: "/api/auth/callback/email",
    answers: 303,
  },
  "GET /random": {
    who: "everyone",
    does: "leads to a published story at random",
    sample: "/random",
    answers: 303,
  },
  "GET /api/health/live": {
    who: "everyone",
    does: "whether the server runs",
    sample: "/api/health/live",
  },
  "GET /api/health/ready": {
    who: "everyone",
    does: "whether it reaches its database",
    sample: "/api/health/ready",
  },
  "GET /api/stop-mail/[token]": {
    who: "everyone",
    does: "leads to the page",
    sample: "/api/stop-mail/:stop",
    answers: 303,
  },
  "POST /api/stop-mail/[token]": {
    who: "mailed",
    does: "stops all mail about a story, for mail programs",
    sample: "/api/stop-mail/:stop",
  },
  "POST /api/hearts/[id]": {
    who: "everyone",
    does: "gives a story a heart, or takes it back",
    sample: "/api/hearts/:story",
    // Asked without a form.
    answers: 400,
  },
  "GET /api/helplines": {
    who: "everyone",
    does: "all helplines, for a device to choose from",
    sample: "/api/helplines",
  },
  "GET /feed.xml": { who: "everyone", does: "the newest stories, as RSS", sample: "/feed.xml" },
  "GET /feed.json": {
    who: "everyone",
    does: "the newest stories, as JSON Feed",
    sample: "/feed.json",
  },
  "GET /themes/[slug]/feed.xml": {
    who: "everyone",
    does: "the newest under a theme, as RSS",
    sample: "/themes/:theme/feed.xml",
  },
  "GET /themes/[slug]/feed.json": {
    who: "everyone",
    does: "the newest under a theme, as JSON Feed",
    sample: "/themes/:theme/feed.json",
  },
  "GET /calls/[slug]/feed.xml": {
    who: "everyone",
    does: "the newest answers to a call, as RSS",
    sample: "/calls/:call/feed.xml",
  },
  "GET /calls/[slug]/feed.json": {
    who: "everyone",
    does: "the newest answers to a call, as JSON Feed",
    sample: "/calls/:call/feed.json",
  },
  "GET /api/v1": {
    who: "everyone",
    does: "where a program that reads stories begins",
    sample: "/api/v1",
  },
  "GET /api/v1/openapi.json": {
    who: "everyone",
    does: "what it can ask",
    sample: "/api/v1/openapi.json",
  },
  "GET /api/v1/stories": {
    who: "everyone",
    does: "published stories, as JSON",
    sample: "/api/v1/stories",
  },
  "GET /api/v1/stories/[id]": {
    who: "everyone",
    does: "a published story, as JSON",
    sample: "/api/v1/stories/:story",
  },
  "GET /api/v1/themes": {
    who: "everyone",
    does: "themes of calls that have opened, as JSON",
    sample: "/api/v1/themes",
  },
  "GET /api/v1/themes/[slug]": {
    who: "everyone",
    does: "a theme, as JSON",
    sample: "/api/v1/themes/:theme",
  },
  "GET /api/v1/calls": {
    who: "everyone",
    does: "calls that have opened, as JSON",
    sample: "/api/v1/calls",
  },
  "GET /api/v1/calls/[slug]": {
    who: "everyone",
    does: "a call that has opened, as JSON",
    sample: "/api/v1/calls/:call",
  },
  "GET /sitemap.xml": {
    who: "everyone",
    does: "the parts of the sitemap",
    sample: "/sitemap.xml",
  },
  "GET /sitemaps/[part]": {
    who: "everyone",
    does: "a part of it: lists, or published stories",
    sample: "/sitemaps/0.xml",
  },
  "GET /site.css": { who: "everyone", does: "this site’s accent", sample: "/site.css" },
  "GET /pictures/[id]/[file]": {
    who: "everyone",
    does: "a picture that readers see",
    sample: "/pictures/:picture/480.webp",
  },
  "GET /previews/[id]/[file]": {
    who: "everyone",
    does: "a published story as a picture",
    sample: "/previews/:story/:preview",
  },
  "GET /embed/stories/[id]": {
    who: "everyone",
    does: "a published story in a frame, for other sites",
    sample: "/embed/stories/:story",
  },
  "GET /embed/feed": {
    who: "everyone",
    does: "the newest stories in a frame, for other sites",
    sample: "/embed/feed",
  },
  "GET /embed/files/[name]": {
    who: "everyone",
    does: "what these frames need",
    sample: "/embed/files/:frameFile",
  },
  "GET /embed.js": {
    who: "everyone",
    does: "puts frames in the place of quotations, in other sites’ pages",
    sample: "/embed.js",
  },
  "GET /api/oembed": {
    who: "everyone",
    does: "how to embed a story, by oEmbed",
    sample: "/api/oembed",
    // Asked without an address.
    answers: 400,
  },
  "GET /my/export": {
    who: "account",
    does: "everything that is kept about oneself",
    sample: "/my/export",
  },
  "GET /my/[token]/pictures/[id]/[file]": {
    who: "own",
    does: "a picture of one’s own story",
    sample: "/my/:link/pictures/:picture/480.webp",
  },
  "GET /moderation/live": {
    who: "moderate",
    does: "tells an open desk that something changed",
    sample: "/moderation/live",
  },
  "GET /moderation/log/export": {
    who: "moderate",
    does: "the log as a file",
    sample: "/moderation/log/export",
  },
  "GET /moderation/pictures/[id]/[file]": {
    who: "moderate",
    does: "a picture of any story",
    sample: "/moderation/pictures/:picture/480.webp",
  },
  "POST /moderation/stories/[id]/claim": {
    who: "everyone",
    does: "says that someone is at work on a story: answers everyone alike, and does something for moderators only (`renewClaim`, `claimStory`, `releaseClaim` below)",
    sample: "/moderation/stories/:story/claim",
    answers: 204,
  },
} as const satisfies Record<string, Route>;

/** What a command or query answers to who may not; the same as when there is no such thing. */
export type Otherwise = "not-found" | "null" | "false" | "0" | "an empty list" | "“theirs”" | "–";

type Act = { who: Who; does: string; otherwise?: Otherwise };

/**
 * By file and name. What stands in an actions.ts reads a form and calls one of these, and so do the
 * pages and route handlers.
 */
export const acts = {
  "lib/accounts/commands.ts requestSignInLink": {
    who: "everyone",
    does: "has a sign-in link mailed",
  },
  "lib/accounts/commands.ts signOut": { who: "everyone", does: "ends one’s own session" },
  "lib/accounts/own/commands.ts claimStory": {
    who: "account",
    does: "takes the story of a private link into one’s account",
    otherwise: "not-found",
  },
  "lib/accounts/own/commands.ts setName": {
    who: "account",
    does: "says what colleagues call one",
    otherwise: "not-found",
  },
  "lib/accounts/own/export/queries.ts exportEverything": {
    who: "account",
    does: "everything that is kept about oneself",
    otherwise: "not-found",
  },
  "lib/accounts/own/leaving/commands.ts deleteAccount": {
    who: "account",
    does: "deletes one’s own account",
    otherwise: "not-found",
  },
  "lib/accounts/own/leaving/queries.ts getLeave": {
    who: "account",
    does: "what that would do",
    otherwise: "null",
  },
  "lib/accounts/own/queries.ts getOwnAccount": {
    who: "account",
    does: "one’s own account",
    otherwise: "null",
  },
  "lib/accounts/own/queries.ts listOwnStories": {
    who: "account",
    does: "the stories in it",
    otherwise: "null",
  },
  "lib/accounts/team/commands.ts inviteToTeam": {
    who: "run-team",
    does: "invites someone",
    otherwise: "not-found",
  },
  "lib/accounts/team/commands.ts changeRole": {
    who: "run-team",
    does: "changes someone’s role",
    otherwise: "not-found",
  },
  "lib/accounts/team/commands.ts removeFromTeam": {
    who: "run-team",
    does: "takes someone off the team",
    otherwise: "not-found",
  },
  "lib/accounts/team/queries.ts listTeam": {
    who: "run-team",
    does: "who is on the team",
    otherwise: "null",
  },
  "lib/calls/commands.ts openCall": {
    who: "edit-calls",
    does: "opens a call",
    otherwise: "not-found",
  },
  "lib/calls/commands.ts changeCall": {
    who: "edit-calls",
    does: "changes a call",
    otherwise: "not-found",
  },
  "lib/calls/queries.ts listCalls": { who: "edit-calls", does: "all calls", otherwise: "null" },
  "lib/calls/queries.ts getCallForEditing": {
    who: "edit-calls",
    does: "a call, to change it",
    otherwise: "null",
  },
  "lib/helplines/commands.ts addHelpline": {
    who: "edit-helplines",
    does: "adds a helpline",
    otherwise: "not-found",
  },
  "lib/helplines/commands.ts changeHelpline": {
    who: "edit-helplines",
    does: "changes one",
    otherwise: "not-found",
  },
  "lib/helplines/commands.ts checkHelpline": {
    who: "edit-helplines",
    does: "says that it was compared with its source today",
    otherwise: "not-found",
  },
  "lib/helplines/commands.ts putHelplineFirst": {
    who: "edit-helplines",
    does: "puts it before the others of its country",
    otherwise: "not-found",
  },
  "lib/helplines/commands.ts removeHelpline": {
    who: "edit-helplines",
    does: "removes it",
    otherwise: "not-found",
  },
  "lib/helplines/queries.ts listHelplines": {
    who: "edit-helplines",
    does: "all helplines, with who checked them when",
    otherwise: "null",
  },
  "lib/helplines/queries.ts countOldHelplines": {
    who: "edit-helplines",
    does: "how many were last checked over a year ago",
    otherwise: "0",
  },
  "lib/helplines/queries.ts getHelplineForEditing": {
    who: "edit-helplines",
    does: "one of them, to change it",
    otherwise: "null",
  },
  "lib/moderation/commands.ts decide": {
    who: "moderate",
    does: "decides on a story: every kind of decision",
    otherwise: "not-found",
  },
  "lib/moderation/queries.ts getStoryForModeration": {
    who: "moderate",
    does: "a story, to decide on it",
    otherwise: "null",
  },
  "lib/moderation/bulk/commands.ts decideMany": {
    who: "moderate",
    does: "decides on many at once",
    otherwise: "not-found",
  },
  "lib/moderation/bulk/commands.ts undoBatch": {
    who: "moderate",
    does: "takes one’s own bulk decision back",
    otherwise: "not-found",
  },
  "lib/moderation/bulk/queries.ts getUndoableBatch": {
    who: "moderate",
    does: "one’s own bulk decision, while it can be taken back",
    otherwise: "null",
  },
  "lib/moderation/bulk/queries.ts countUndone": {
    who: "moderate",
    does: "of how many stories one took it back",
    otherwise: "0",
  },
  "lib/moderation/care/commands.ts avoidKinds": {
    who: "moderate",
    does: "says what one would rather not get",
    otherwise: "not-found",
  },
  "lib/moderation/care/queries.ts avoids": {
    who: "moderate",
    does: "what one would rather not get",
    otherwise: "an empty list",
  },
  "lib/moderation/care/queries.ts getOffer": {
    who: "moderate",
    does: "whether a story is one of those",
    otherwise: "“theirs”",
  },
  "lib/moderation/care/queries.ts heavyInARow": {
    who: "moderate",
    does: "how many of one’s own latest stories were heavy",
    otherwise: "0",
  },
  "lib/moderation/care/queries.ts getPause": {
    who: "moderate",
    does: "whether a pause is offered",
    otherwise: "null",
  },
  "lib/moderation/care/queries.ts getOwnDesk": {
    who: "moderate",
    does: "one’s own time at the desk; nobody else’s",
    otherwise: "null",
  },
  "lib/moderation/claims/commands.ts claimStory": {
    who: "moderate",
    does: "claims a story for ten minutes",
    otherwise: "not-found",
  },
  "lib/moderation/claims/commands.ts takeOverStory": {
    who: "moderate",
    does: "takes it over from another moderator",
    otherwise: "not-found",
  },
  "lib/moderation/claims/commands.ts renewClaim": {
    who: "moderate",
    does: "keeps one’s own claim",
    otherwise: "false",
  },
  "lib/moderation/claims/commands.ts releaseClaim": {
    who: "moderate",
    does: "lets go of it",
    otherwise: "–",
  },
  "lib/moderation/claims/queries.ts getHolding": {
    who: "moderate",
    does: "who has a story open",
    otherwise: "null",
  },
  "lib/moderation/insights/queries.ts getInsights": {
    who: "moderate",
    does: "how the desk keeps up",
    otherwise: "null",
  },
  "lib/moderation/log/queries.ts getLog": {
    who: "moderate",
    does: "every decision, with who made it",
    otherwise: "null",
  },
  "lib/moderation/log/queries.ts exportLog": {
    who: "moderate",
    does: "the same as a file",
    otherwise: "not-found",
  },
  "lib/moderation/queue/commands.ts openNext": {
    who: "moderate",
    does: "opens the story to read next",
    otherwise: "null",
  },
  "lib/moderation/queue/queries.ts getQueue": {
    who: "moderate",
    does: "what waits",
    otherwise: "null",
  },
  "lib/moderation/queue/queries.ts hasNext": {
    who: "moderate",
    does: "whether there is a story to read next",
    otherwise: "false",
  },
  "lib/moderation/reasons/commands.ts addReason": {
    who: "edit-reasons",
    does: "adds a reason",
    otherwise: "not-found",
  },
  "lib/moderation/reasons/commands.ts changeReason": {
    who: "edit-reasons",
    does: "changes one",
    otherwise: "not-found",
  },
  "lib/moderation/reasons/commands.ts retireReason": {
    who: "edit-reasons",
    does: "offers it no longer",
    otherwise: "not-found",
  },
  "lib/moderation/reasons/commands.ts bringBackReason": {
    who: "edit-reasons",
    does: "offers it again",
    otherwise: "not-found",
  },
  "lib/moderation/reasons/commands.ts moveReason": {
    who: "edit-reasons",
    does: "moves it in the list",
    otherwise: "not-found",
  },
  "lib/moderation/reasons/queries.ts listReasons": {
    who: "edit-reasons",
    does: "all reasons, retired ones too",
    otherwise: "null",
  },
  "lib/moderation/reasons/queries.ts getReasonForEditing": {
    who: "edit-reasons",
    does: "one of them, to change it",
    otherwise: "null",
  },
  "lib/moderation/search/queries.ts searchStories": {
    who: "moderate",
    does: "looks among all stories",
    otherwise: "null",
  },
  "lib/moderation/undo/commands.ts undoDecision": {
    who: "moderate",
    does: "takes one’s own decision back",
    otherwise: "not-found",
  },
  "lib/moderation/undo/queries.ts getUndoable": {
    who: "moderate",
    does: "one’s own decision, while it can be taken back",
    otherwise: "null",
  },
  "lib/moderation/undo/queries.ts isUndone": {
    who: "moderate",
    does: "whether one took it back",
    otherwise: "false",
  },
  "lib/notifications/commands.ts requestLostLinks": {
    who: "everyone",
    does: "has lost private links mailed",
  },
  "lib/notifications/commands.ts stopMail": {
    who: "mailed",
    does: "stops all mail about a story",
    otherwise: "not-found",
  },
  "lib/pictures/commands.ts uploadPicture": {
    who: "everyone",
    does: "takes a picture in for a story that is being written",
  },
  "lib/pictures/queries.ts findPictureForModeration": {
    who: "moderate",
    does: "a picture of any story",
    otherwise: "null",
  },
  "lib/reactions/commands.ts giveHeart": {
    who: "everyone",
    does: "gives a published story a heart",
  },
  "lib/reactions/commands.ts takeHeartBack": {
    who: "everyone",
    does: "takes one’s own heart back",
  },
  "lib/reports/commands.ts reportStory": { who: "everyone", does: "reports a published story" },
  "lib/reports/queries.ts getReports": {
    who: "moderate",
    does: "the reports on a story",
    otherwise: "null",
  },
  "lib/reports/queries.ts listReportedStories": {
    who: "moderate",
    does: "stories that were reported",
    otherwise: "null",
  },
  "lib/screening/commands.ts makeRule": {
    who: "screen",
    does: "makes a screening rule",
    otherwise: "not-found",
  },
  "lib/screening/commands.ts changeRule": {
    who: "screen",
    does: "changes one",
    otherwise: "not-found",
  },
  "lib/screening/commands.ts removeRule": {
    who: "screen",
    does: "removes one",
    otherwise: "not-found",
  },
  "lib/screening/queries.ts listRules": { who: "screen", does: "all rules", otherwise: "null" },
  "lib/screening/queries.ts getRule": {
    who: "screen",
    does: "one of them, to change it",
    otherwise: "null",
  },
  "lib/screening/queries.ts getMatches": {
    who: "screen",
    does: "what the rules found in a story",
    otherwise: "null",
  },
  "lib/screening/similar/queries.ts getSimilarStories": {
    who: "screen",
    does: "stories with much the same words",
    otherwise: "null",
  },
  "lib/screening/trying/queries.ts tryWords": {
    who: "screen",
    does: "tries words against the rules",
    otherwise: "null",
  },
  "lib/screening/trying/queries.ts touchedStories": {
    who: "screen",
    does: "what a rule would have found lately",
    otherwise: "null",
  },
  "lib/stories/commands.ts submitStory": { who: "everyone", does: "shares a story" },
  "lib/stories/changing/commands.ts changeStory": {
    who: "own",
    does: "changes one’s own story",
    otherwise: "not-found",
  },
  "lib/stories/own/commands.ts withOwnStory": {
    who: "own",
    does: "does any of these to one’s own story",
    otherwise: "not-found",
  },
  "lib/stories/own/commands.ts withdrawStory": {
    who: "own",
    does: "withdraws it",
    otherwise: "not-found",
  },
  "lib/stories/own/commands.ts becomeAnonymous": {
    who: "own",
    does: "takes one’s name from it",
    otherwise: "not-found",
  },
  "lib/stories/own/commands.ts setConsents": {
    who: "own",
    does: "says what else it may be used for",
    otherwise: "not-found",
  },
  "lib/stories/own/commands.ts setContact": {
    who: "own",
    does: "says where to write about it",
    otherwise: "not-found",
  },
  "lib/stories/own/commands.ts appealStory": {
    who: "own",
    does: "appeals against a decision on it",
    otherwise: "not-found",
  },
  "lib/stories/own/queries.ts getOwnStory": { who: "own", does: "reads it", otherwise: "null" },
  "lib/moderation/proposals/answers/commands.ts acceptProposal": {
    who: "own",
    does: "accepts the words that a moderator proposes",
    otherwise: "not-found",
  },
  "lib/moderation/proposals/answers/commands.ts declineProposal": {
    who: "own",
    does: "keeps one’s own words",
    otherwise: "not-found",
  },
  "lib/stories/queries.ts getStoryForChange": {
    who: "own",
    does: "one’s own story, to change it",
    otherwise: "null",
  },
  "lib/stories/queries.ts latestBaseOf": {
    who: "own",
    does: "which version of it a change would be of",
    otherwise: "null",
  },
} as const satisfies Record<string, Act>;

export type ActName = keyof typeof acts;
