/**
 * The file in which someone takes away everything that is kept about them. Its shape is a promise:
 * what is added is optional to readers, what is removed or renamed is a new `format`.
 */
import { z } from "zod";
import { warningSlugs } from "#lib/content-warnings/list.ts";
import {
  ConsentUse,
  DecisionKind,
  Intensity,
  ProposalAnswer,
  Role,
  Status,
  Subject,
  SubjectConsent,
} from "#lib/generated/prisma/enums.ts";

export const EXPORT_FORMAT = "vignette-export/1";

const moment = z.iso.datetime();

const contentWarnings = z.array(
  z.strictObject({ warning: z.enum(warningSlugs), intensity: z.enum(Intensity) }),
);

const revision = z.strictObject({
  number: z.int().min(1),
  /** Empty once the story is withdrawn. */
  text: z.string(),
  /** Null: Anonymous. */
  bylineName: z.string().nullable(),
  bylineRole: z.string().nullable(),
  theme: z.string().nullable(),
  subject: z.enum(Subject).nullable(),
  subjectConsent: z.enum(SubjectConsent).nullable(),
  /** As the storyteller set them. */
  contentWarnings,
  picture: z
    .strictObject({
      /** Of the largest that is kept, in pixels. */
      width: z.int(),
      height: z.int(),
      alternativeText: z.string(),
      /** On this site, for whoever is signed in as its storyteller. */
      path: z.string().startsWith("/"),
    })
    .nullable(),
  /** Where our checks saw what could make someone recognisable: from and to, in UTF-16 units. */
  pointedOut: z.array(z.strictObject({ kind: z.string(), start: z.int(), end: z.int() })),
  createdAt: moment,
  erasedAt: moment.nullable(),
});

/** As the storyteller was told: not by whom, and nothing that moderators tell each other. */
const decision = z.strictObject({
  kind: z.enum(DecisionKind),
  reason: z.string().nullable(),
  message: z.string().nullable(),
  decidedAt: moment,
});

const story = z.strictObject({
  id: z.string(),
  /** Its private page on this site, for whoever is signed in as its storyteller. */
  path: z.string().startsWith("/"),
  call: z.strictObject({ slug: z.string(), title: z.string() }),
  status: z.enum(Status),
  submittedAt: moment,
  publishedAt: moment.nullable(),
  withdrawnAt: moment.nullable(),
  /** While something of it waits for a moderator. */
  waitingSince: moment.nullable(),
  /** Whether our checks read a present wish to die in its words, for which moderators read it first. */
  careMark: z.boolean(),
  /** As readers see them. */
  contentWarnings,
  consents: z.array(
    z.strictObject({
      use: z.enum(ConsentUse),
      anonymous: z.boolean(),
      grantedAt: moment,
      revokedAt: moment.nullable(),
    }),
  ),
  contact: z
    .strictObject({
      email: z.string(),
      editorsMayWrite: z.boolean(),
      /** That mail is written in. */
      locale: z.string(),
      createdAt: moment,
    })
    .nullable(),
  revisions: z.array(revision),
  decisions: z.array(decision),
  appeals: z.array(
    z.strictObject({
      /** Null once the story is withdrawn. */
      text: z.string().nullable(),
      against: decision.pick({ kind: true, decidedAt: true }),
      outcome: decision.pick({ kind: true, decidedAt: true }).nullable(),
      createdAt: moment,
    }),
  ),
  /** Words that a moderator proposed, with the decision that asked for changes. */
  proposals: z.array(
    z.strictObject({
      /** Null once the story is withdrawn. */
      text: z.string().nullable(),
      /** Whether accepting them was to publish them. */
      publishAtOnce: z.boolean(),
      /** Null: not answered. */
      answer: z.enum(ProposalAnswer).nullable(),
      answeredAt: moment.nullable(),
      proposedAt: moment,
    }),
  ),
});

export const exportSchema = z.strictObject({
  format: z.literal(EXPORT_FORMAT),
  exportedAt: moment,
  site: z.url(),
  account: z.strictObject({
    name: z.string().nullable(),
    email: z.string().nullable(),
    /** The address of a picture, as another account that one signs in with gave it. */
    image: z.string().nullable(),
    emailVerifiedAt: moment.nullable(),
    role: z.enum(Role),
    createdAt: moment,
  }),
  /** Other accounts that one signs in with. */
  signIns: z.array(z.strictObject({ provider: z.string() })),
  sessions: z.array(z.strictObject({ expiresAt: moment })),
  stories: z.array(story),
  /** Other stories with this person's address as their contact, sent without signing in. */
  otherContacts: z.array(
    z.strictObject({ storyId: z.string(), editorsMayWrite: z.boolean(), locale: z.string() }),
  ),
  /** As a moderator. Of others' stories nothing but the id. */
  decisionsMade: z.array(
    z.strictObject({ kind: z.enum(DecisionKind), storyId: z.string(), decidedAt: moment }),
  ),
  /** As a moderator: kinds of stories that they would rather not get. */
  avoids: z.array(z.enum(warningSlugs)),
  /** As a moderator: how long they were at the desk, by days of UTC. Theirs alone to see. */
  deskTime: z.array(z.strictObject({ day: z.iso.date(), seconds: z.int().min(0) })),
  /** As an admin: which helplines they compared with their source, and when last. */
  helplinesChecked: z.array(
    z.strictObject({ country: z.string().nullable(), name: z.string(), checkedOn: z.iso.date() }),
  ),
});

export type Export = z.output<typeof exportSchema>;
