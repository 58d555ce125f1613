import { expect, test, vi } from "vitest";
import { callsTag } from "#lib/calls/tags.ts";
import { storiesTag } from "#lib/stories/tags.ts";

type Kept = { key: string; tags: string[] };

const kept = vi.hoisted(() => [] as Kept[]);
vi.mock("next/cache", () => ({
  unstable_cache: (read: unknown, [key = ""]: string[], { tags }: { tags: string[] }) => {
    kept.push({ key, tags });
    return read;
  },
}));

test("whatever says which stories there are is forgotten when one goes", async () => {
  await import("#lib/finding/queries.ts");
  await import("#lib/finding/hearted/queries.ts");
  await import("#lib/finding/headings/queries.ts");
  await import("#lib/finding/around/queries.ts");
  const ofStories = kept.filter(({ tags }) => !tags.includes(callsTag));
  expect(ofStories.map(({ key }) => key)).toContain("roles");
  for (const { key, tags } of ofStories) expect(tags, key).toContain(storiesTag);
});
