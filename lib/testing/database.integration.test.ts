import { describe, expect, it } from "vitest";
import { database } from "#lib/db.ts";

describe("the database of an integration test file", () => {
  it("has the tables, and nothing in them", async () => {
    expect(await database().prisma.story.count()).toBe(0);
  });

  it("is this file's own", async () => {
    const [row] = await database().prisma.$queryRaw<{ name: string }[]>`
      SELECT current_database() AS name`;
    expect(row?.name).toMatch(/^vignette_test_[0-9a-f]{12}$/);
  });
});
