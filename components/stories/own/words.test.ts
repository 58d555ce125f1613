import { describe, expect, it } from "vitest";
import { doneSentence } from "#components/stories/own/done-words.ts";
import {
  aheadOf,
  changedWords,
  decidedWords,
  isAboutLastDecision,
  statusWords,
} from "#components/stories/own/words.ts";
import type { OwnStep } from "#lib/stories/own/history.ts";
import type { OwnRevision, OwnStory } from "#lib/stories/own/queries.ts";

const revision = (number: number): OwnRevision => ({
  ...{ id: `r${number}`, number, text: `Words ${number}.`, weight: 8, theme: null, picture: null },
  ...{ bylineName: null, bylineRole: null, subject: null, subjectConsent: null, warnings: [] },
  sentAt: "2026-11-21T08:00:00.000Z",
});

const at = "2026-11-21T09:00:00.000Z";
type Decided = Extract<OwnStep<OwnRevision>, { kind: "decided" }>;
const decided = (over: Partial<Decided> = {}): Decided => ({
  ...{ kind: "decided", at, before: "PENDING", decision: "ASK_FOR_CHANGES" },
  ...{ reason: "Why.", message: null, answersAppeal: false, proposed: { answer: null }, ...over },
});

type Changed = Extract<OwnStep<OwnRevision>, { kind: "changed" }>;
const changed = (proposal: Changed["proposal"], to = revision(2)): Changed => ({
  ...{ kind: "changed", at, before: "CHANGES_REQUESTED", from: revision(1), to, proposal },
});

/** Asked for a change, with words that are proposed. */
const asked: OwnStory = {
  ...{ id: "Ab3dEf6hIj9k", way: "w", status: "CHANGES_REQUESTED", waitingFor: null },
  ...{ waitingSince: null, careMark: false, publishedAt: null, withdrawnAt: null },
  ...{ latest: revision(1), published: null, warnings: [], history: [] },
  ...{ lastDecision: decided(), asked: true, hasByline: false, contact: null, privateLink: null },
  proposal: { decisionId: "d1", text: "Other words.", publishesAtOnce: true },
  can: { change: true, appeal: false, withdraw: true, becomeAnonymous: false },
  consents: { consentRoundUp: "", consentSocial: "", consentPrint: "" },
};

const published = { status: "PUBLISHED", published: revision(1) } as const;
const kept = { lastDecision: decided({ proposed: { answer: "DECLINED" } }), asked: false } as const;
const keptStory = { ...asked, ...kept, proposal: null, waitingFor: "story", status: "PENDING" };

describe("proposed words", () => {
  it("are what the page is about, and the storyteller’s to answer", () => {
    for (const story of [asked, { ...asked, ...published }]) {
      expect(statusWords(story).meaning).toContain("nothing in it changes without your yes");
      expect(isAboutLastDecision(story)).toBe(true);
    }
    const { meaning } = statusWords({ ...asked, proposal: null });
    expect(meaning).toContain("Change it and send it again");
    const ofPublished = statusWords({ ...asked, ...published, proposal: null });
    expect(ofPublished.meaning).toContain("A moderator asks you to change something in it.");
  });

  it("that were declined: the page says whose words wait", () => {
    const story = keptStory as OwnStory;
    expect(statusWords(story).meaning).toContain("You kept your words as they are.");
    expect(aheadOf({ ...story, waitingFor: "story" })).toBe(
      "A moderator reads it again, and decides",
    );
    expect(doneSentence("kept", story)).toContain("Your words stay as they are.");
    const ofPublished = { ...story, ...published, waitingFor: "change" } as const;
    expect(statusWords(ofPublished).meaning).toContain("You kept your words as they are");
    const ofChange = { ...ofPublished, latest: revision(2) };
    expect(statusWords(ofChange).meaning).toContain("Your change waits to be read");
    expect(doneSentence("kept", asked)).toBeNull();
  });

  it("that were accepted: the page says whether readers see them", () => {
    const history = [changed("ACCEPTED")];
    const accepted = { ...asked, latest: revision(2), history, proposal: null, asked: false };
    const waiting = { ...accepted, status: "PENDING", waitingFor: "story" } as const;
    expect(doneSentence("accepted", waiting)).toContain("a moderator looks once more");
    const seen = { ...accepted, status: "PUBLISHED", published: revision(2) } as const;
    expect(doneSentence("accepted", seen)).toContain("published in these words");
    // Typed into the address, or kept until it was decided otherwise.
    expect(doneSentence("accepted", { ...accepted, status: "REJECTED" })).toBeNull();
    expect(doneSentence("accepted", { ...waiting, history: [changed("CHANGED")] })).toBeNull();
    expect(doneSentence("accepted", { ...waiting, history: [] })).toBeNull();
  });

  it("are told in what happened, and who did what", () => {
    const erased = { ...revision(2), text: "" };
    expect(changedWords(changed("ACCEPTED"))).toContain("accepted the words");
    expect(changedWords(changed("ACCEPTED", erased))).toContain("accepted the words");
    expect(changedWords(changed("CHANGED"))).toContain("words of your own");
    expect(changedWords(changed(null))).toBe("You changed it");
    const approved = decided({ decision: "APPROVE", proposed: null });
    expect(decidedWords(approved, changed("ACCEPTED"))).toBe("It was published in these words");
    for (const previous of [changed("CHANGED"), changed(null), decided()]) {
      expect(decidedWords(approved, previous)).toBe("A moderator read it and published it");
    }
  });
});
