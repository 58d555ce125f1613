import { renderToStaticMarkup } from "react-dom/server";
import { beforeAll, expect, test, vi } from "vitest";
import { database } from "#lib/db.ts";
import { stopToken } from "#lib/notifications/stop-link.ts";
import { newStoryId } from "#lib/stories/id.ts";
import { withdrawStory } from "#lib/stories/own/commands.ts";
import { createMailedStory, openMailedCall } from "#lib/testing/mailed-stories.ts";
import StopMail from "./page.tsx";

// Around every page; it asks for the request's cookies.
vi.mock("#components/layout/page.tsx", () => ({
  Page: ({ children }: { children: React.ReactNode }) => children,
}));

let callSlug: string;
let moderatorId: string;
beforeAll(async () => {
  ({ callSlug, moderatorId } = await openMailedCall());
});

async function pageOf(storyId: string): Promise<string> {
  const params = Promise.resolve({ locale: "en", token: stopToken(storyId) });
  return renderToStaticMarkup(await StopMail({ params, searchParams: Promise.resolve({}) }));
}

test("while there is an address, there is the button that erases it", async () => {
  const { id } = await createMailedStory({ callSlug });
  expect(await pageOf(id)).toContain("Stop all mail about your story?");
});

test("afterwards nothing tells whether the story stands, is claimed, withdrawn or gone", async () => {
  const [standing, claimed, withdrawn] = [
    await createMailedStory({ callSlug, email: null }),
    await createMailedStory({ callSlug, email: null }),
    await createMailedStory({ callSlug, email: null }),
  ];
  await database().prisma.story.update({
    where: { id: claimed.id },
    data: { privateLinkHash: null, storytellerId: moderatorId },
  });
  expect(await withdrawStory(null, withdrawn.token)).toMatchObject({ ok: true });
  const ids = [standing.id, claimed.id, withdrawn.id, newStoryId()];
  const [first = "", ...others] = await Promise.all(ids.map(pageOf));
  for (const other of others) expect(other).toBe(first);
  expect(first).toContain("Unless you have withdrawn your story");
  expect(first).toContain('href="/sign-in?next=/my"');
});
