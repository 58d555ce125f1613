import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import type { ToldKind } from "#lib/moderation/transitions.ts";

beforeAll(() => {
  vi.stubEnv("SITE_URL", "https://stories.example");
  vi.stubEnv("SITE_NAME", "Tales & <b>Truths</b>");
  vi.resetModules();
});
afterAll(() => vi.unstubAllEnvs());

const templates = () => import("#lib/notifications/story-templates.ts");

const link = "https://stories.example/my/abc";
const stop = {
  pageUrl: "https://stories.example/stop-mail/x",
  oneClickUrl: "https://stories.example/api/stop-mail/x",
};
const common = { to: "ada@example.org", link, stop, messageId: "<1@stories.example>" };

const decision = {
  ...common,
  kind: "APPROVE" as ToldKind,
  reason: null,
  message: null,
  gate: null,
  stoodPublished: false,
  onAppeal: false,
  proposed: false,
  publicUrl: null,
};

test("the receipt has the private link alone on a line, what it is for, and how to stop", async () => {
  const mail = (await templates()).receivedMail(common);
  expect(mail).toMatchObject({
    to: "ada@example.org",
    subject: "Your story has reached Tales & <b>Truths</b>",
    messageId: "<1@stories.example>",
    stopUrl: stop.oneClickUrl,
  });
  const lines = mail.text.split("\n");
  expect(lines).toContain(link);
  expect(lines).toContain(stop.pageUrl);
  expect(mail.text).toContain("90 days");
  expect(mail.text).not.toContain(stop.oneClickUrl);
  expect(mail.html).toContain(`href="${link}"`);
  expect(mail.html).toContain(`href="${stop.pageUrl}"`);
  expect(mail.html).not.toContain("<b>");
  expect(mail.html).not.toMatch(/<img|<script|<link|src=|url\(/);
});

test("where only the storyteller has the link, it is not made up", async () => {
  const mail = (await templates()).receivedMail({ ...common, link: null });
  expect(mail.text).toContain("the private link that you kept");
  expect(mail.text.match(/\S*\/my\/\S*/g)).toEqual(["https://stories.example/my/lost-link"]);
});

describe("what was decided", () => {
  const stood = { stoodPublished: true };
  const appeal = { onAppeal: true };
  test.each([
    ["APPROVE", {}, "has read your story and published it"],
    ["APPROVE", stood, "the change to your story. Readers see the new version now."],
    ["APPROVE", appeal, "a moderator has looked at your story again, and published it"],
    ["APPROVE", { ...stood, ...appeal }, "looked at your story again. Readers see the new version"],
    ["ASK_FOR_CHANGES", {}, "asks for a change before it is published"],
    ["ASK_FOR_CHANGES", stood, "go on seeing the version that was published before"],
    ["ASK_FOR_CHANGES", appeal, "looked at your story again. With a change it can be published"],
    ["REJECT", {}, "decided not to publish it. Nobody else can see it."],
    ["REJECT", stood, "go on seeing the version that was published before"],
    ["REJECT", appeal, "It stays unpublished"],
    ["REJECT", { ...stood, ...appeal }, "The change is not published. Readers go on"],
    ["TAKE_DOWN", {}, "has taken your story off the site"],
    ["TAKE_DOWN", { ...stood, ...appeal }, "It stays off the site"],
    ["RESTORE", {}, "has put your story back on the site"],
    ["RESTORE", appeal, "looked at your story again, and put it back"],
  ] as const)("%s %o", async (kind, how, sentence) => {
    const mail = (await templates()).decidedMail({ ...decision, kind, ...how });
    expect(mail.text).toContain(sentence);
    expect(mail.text.split("\n")).toContain(link);
    // Seen on a locked screen.
    expect(mail.subject).toBe("About your story on Tales & <b>Truths</b>");
  });
});

const reason = { message: "Someone in the story could be recognised.", needsMore: false };
const ofItsOwn = { message: "For a reason of its own.", needsMore: true };

test("a rejection says why, in the moderator's words too, and what can be done", async () => {
  const { decidedMail } = await templates();
  const message = "We know this is hard.\nWe mean the <i>ward</i>.";
  const mail = decidedMail({ ...decision, kind: "REJECT", reason, message });
  expect(mail.text).toContain("Why: Someone in the story could be recognised");
  expect(mail.text).toContain(message);
  expect(mail.text).toContain("or ask for it to be looked at once more");
  expect(mail.html).toContain("We know this is hard.<br>We mean the &#60;i&#62;ward&#60;/i&#62;.");
});

test("words that may quote a warned story are pointed to", async () => {
  const { decidedMail } = await templates();
  const message = "The part about the body is too much.";
  const gate = "Contains: death, described";
  const mail = decidedMail({ ...decision, kind: "REJECT", reason: ofItsOwn, message, gate });
  expect(mail.text).toContain("you find their words on its page");
  expect(mail.text).toContain(gate);
  expect(mail.text + mail.html).not.toContain("the body");
  expect(mail.text).not.toContain("Why:");
});

test("of a reason that leaves it to the moderator, their words are all that is said", async () => {
  const { decidedMail } = await templates();
  const message = "It is the third of one story.";
  const mail = decidedMail({ ...decision, kind: "REJECT", reason: ofItsOwn, message });
  expect(mail.text).toContain(`The moderator wrote to you:\n\n${message}`);
  expect(mail.text).not.toMatch(/Why:|of its own/);
});

test("what an admin wrote for a reason is words in a mail, never markup", async () => {
  const { decidedMail } = await templates();
  const hostile = { message: "<img src=x> & <b>bold</b>", needsMore: false };
  const mail = decidedMail({ ...decision, kind: "REJECT", reason: hostile });
  expect(mail.text).toContain("Why: <img src=x> & <b>bold</b>");
  expect(mail.html).not.toMatch(/<img|<b>/);
});

test("of proposed words a mail says that they are on the page", async () => {
  const { decidedMail } = await templates();
  const asked = { ...decision, kind: "ASK_FOR_CHANGES" as const, reason };
  const proposed = decidedMail({ ...asked, proposed: true });
  expect(proposed.text).toContain("On its page the moderator proposes other words.");
  expect(proposed.text).toContain("nothing in your story changes without your yes");
  expect(proposed.text).not.toContain("change it and send it again");
  const plain = decidedMail(asked);
  expect(plain.text).toContain("On its page you can change it and send it again.");
  expect(plain.text).not.toContain("proposes");
});

test("an appeal that was turned down offers no other", async () => {
  const { decidedMail } = await templates();
  for (const kind of ["REJECT", "TAKE_DOWN"] as const) {
    const mail = decidedMail({ ...decision, kind, reason, onAppeal: true });
    expect(mail.text).not.toContain("ask for it");
  }
});

test("where it is public, the address that readers use is in the mail", async () => {
  const { decidedMail } = await templates();
  const publicUrl = "https://stories.example/stories/Ab3dEf6hIj9k";
  const published = decidedMail({ ...decision, publicUrl });
  expect(published.text.split("\n")).toContain(publicUrl);
  // A change was rejected; the story is still there.
  const rejected = decidedMail({ ...decision, kind: "REJECT", stoodPublished: true, publicUrl });
  expect(rejected.text).not.toContain(publicUrl);
});

test("of a withdrawal it is the last mail: nothing to stop, no link", async () => {
  const mail = (await templates()).withdrawnMail({ to: "a@example.org", messageId: "<2@x>" });
  expect(mail.stopUrl).toBeUndefined();
  expect(mail.text).toContain("this is the last mail about the story");
  expect(mail.text).not.toContain("/my/");
  expect(mail.html).not.toContain("Stop all mail");
});

test("lost links are told by day and standing, and how many are left out", async () => {
  const other = "https://stories.example/my/def";
  const mail = (await templates()).lostLinkMail({
    to: "ada@example.org",
    messageId: "<3@x>",
    stories: [
      { sentAt: new Date("2026-05-03T23:30:00Z"), status: "PENDING", link, isNew: false },
      { sentAt: new Date("2026-04-01T00:00:00Z"), status: "TAKEN_DOWN", link: other, isNew: true },
    ],
    more: 2,
  });
  expect(mail.text).toContain("Sent on 3 May 2026, waiting to be read:");
  expect(mail.text.split("\n")).toContain(link);
  const [first, second] = mail.text.split("Sent on 1 April 2026, taken down:");
  expect(first).not.toContain("This link is new");
  expect(second).toContain("This link is new");
  expect(second?.split("\n")).toContain(other);
  expect(mail.text).toContain("2 older stories are not in this list.");
});
