import type { DecisionKind, Status } from "#lib/generated/prisma/enums.ts";

/** What a storyteller reads: where the story stands, and what that means. */
export const statusWords: Record<Status, { title: string; meaning: string }> = {
  PENDING: {
    title: "Your story is waiting to be read",
    meaning:
      "A moderator reads it before anyone else does. There is nothing you need to do: this page will say what happened.",
  },
  PUBLISHED: {
    title: "Your story is published",
    meaning: "Anyone can read it now.",
  },
  CHANGES_REQUESTED: {
    title: "A moderator asks for a change",
    meaning:
      "Your story is not published as it is. Below is what they ask. If you like, share it again with the change; this version stays between us.",
  },
  REJECTED: {
    title: "Your story was not published",
    meaning: "A moderator read it and decided against it. Nobody else can see it. Below is why.",
  },
  TAKEN_DOWN: {
    title: "Your story was taken down",
    meaning: "It was published for a while and no longer is. Below is why.",
  },
  WITHDRAWN: {
    title: "You withdrew your story",
    meaning: "It is not on the site any more, and its words are erased here.",
  },
};

/** What happened, as a step on the storyteller's page. */
export const decisionWords: Record<DecisionKind, string> = {
  APPROVE: "A moderator read it and published it",
  ASK_FOR_CHANGES: "A moderator asked for a change",
  REJECT: "A moderator decided not to publish it",
  TAKE_DOWN: "A moderator took it down",
  RESTORE: "A moderator put it back",
};
