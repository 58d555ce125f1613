import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { inLocale } from "#lib/in-locale.ts";

beforeAll(() => {
  vi.stubEnv("SITE_URL", "https://stories.example");
  vi.stubEnv("SITE_NAME", "Tales & <b>Truths</b>");
  vi.resetModules();
});
afterAll(() => vi.unstubAllEnvs());

const moderator = { article: "a moderator", does: "reads every story" };
const desk = "https://stories.example/sign-in?next=%2Fmoderation";
const url = "https://stories.example/sign-in/confirm?token=a_b-c&email=ada%40example.org";

test("the sign-in mail has its link alone on a line, and says for how long it works", async () => {
  const { signInMail } = await import("#lib/notifications/templates.ts");
  const mail = signInMail({ to: "ada@example.org", url, minutes: 10 });
  expect(mail.to).toBe("ada@example.org");
  expect(mail.subject).toBe("Your sign-in link for Tales & <b>Truths</b>");
  expect(mail.text.split("\n")).toContain(url);
  expect(mail.text).toContain("within 10 minutes");
  expect(mail.html).toContain(`href="${url.replace("&", "&#38;")}"`);
  expect(mail.html).not.toContain("<b>");
  expect(mail.html).not.toMatch(/<img|<script|<link/);
});

test("the invitation says who, as what, and where to begin", async () => {
  const { invitationMail } = await import("#lib/notifications/templates.ts");
  const mail = invitationMail({
    to: "new@example.org",
    role: moderator,
    invitedBy: "<i>Ada</i>",
    url: desk,
  });
  expect(mail.text).toContain(
    "<i>Ada</i> has invited you to Tales & <b>Truths</b> as a moderator: someone who reads every story.",
  );
  expect(mail.text.split("\n")).toContain(desk);
  expect(mail.html).not.toContain("<i>");
  expect(
    invitationMail({ to: "a@b.org", role: moderator, invitedBy: null, url: desk }).text,
  ).toContain("An admin has invited you");
});

test("the mail about old helplines says how many, and where to look at them", async () => {
  const { oldHelplinesMail } = await import("#lib/notifications/templates.ts");
  const url = "https://stories.example/moderation/helplines";
  const mail = oldHelplinesMail({
    to: "ada@example.org",
    sentence: "2 helplines were last checked over a year ago",
    url,
    messageId: "<a@stories.example>",
  });
  expect(mail.subject).toBe("2 helplines were last checked over a year ago");
  expect(mail.text).toContain("2 helplines were last checked over a year ago. People who");
  expect(mail.text.split("\n")).toContain(url);
  expect(mail).toMatchObject({ to: "ada@example.org", messageId: "<a@stories.example>" });
  const sentence = "Hay 2 líneas sin comprobar";
  const spanish = inLocale("es", () =>
    oldHelplinesMail({ to: "ada@example.org", sentence, url, messageId: "<a@stories.example>" }),
  );
  expect(spanish.text).toContain("Hay 2 líneas sin comprobar. Mientras tanto");
  expect(spanish.text).not.toMatch(/Hello|helplines are|Every admin/);
});
