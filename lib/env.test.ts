import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { readEnv, SettingsError } from "./env.ts";

function complaint(source: Record<string, string>): string {
  try {
    readEnv(source);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return "";
}

describe("settings", () => {
  it("all have defaults, or can be left out", () => {
    expect(readEnv({})).toMatchObject({ PORT: 3000, SITE_NAME: "Vignette", DATA_DIR: ".data" });
  });

  it("that are empty count as not set", () => {
    expect(readEnv({ PORT: "", SMTP_URL: "" })).toEqual(readEnv({}));
  });

  it.each([
    [{ PORT: "many" }, "PORT must be a whole number from 1 to 65535."],
    [{ PORT: "70000" }, "PORT must be a whole number from 1 to 65535."],
    [{ LOG_LEVEL: "loud" }, "LOG_LEVEL must be one of fatal, "],
    [{ SITE_URL: "example.org" }, "SITE_URL must be an http or https address."],
    [{ DATABASE_URL: "mysql://localhost/x" }, "DATABASE_URL must begin with postgresql://."],
    [{ ADMIN_EMAIL: "me" }, "ADMIN_EMAIL must be an e-mail address."],
    [{ GITHUB_ID: "x" }, "GITHUB_ID and GITHUB_SECRET go together."],
    [{ S3_ENDPOINT: "ftp://x" }, "S3_ENDPOINT must be an http or https address."],
    [
      { S3_ENDPOINT: "https://x.example", S3_REGION: "x", S3_ACCESS_KEY_ID: "x" },
      "go together: please set S3_BUCKET and S3_SECRET_ACCESS_KEY.",
    ],
    [{ S3_PREFIX: "x/" }, "go together: please set S3_ENDPOINT and S3_REGION and "],
    [{ S3_PREFIX: "/x" }, "S3_PREFIX must be a path such as vignette/"],
  ])("%o is told in a sentence", (source, sentence) => {
    expect(complaint(source)).toContain(sentence);
  });

  it("are all told at once", () => {
    expect(complaint({ PORT: "0", LOG_LEVEL: "loud" })).toMatch(/PORT.*LOG_LEVEL/);
  });

  it("are never repeated: they may be secrets", () => {
    const source = { AUTH_SECRET: "hunter2", DATABASE_URL: "http://user:hunter2@host/database" };
    expect(complaint(source)).toContain("AUTH_SECRET");
    expect(complaint(source)).not.toContain("hunter2");
  });

  it("stand in .env.example, every one", async () => {
    const example = await readFile(path.join(import.meta.dirname, "../.env.example"), "utf8");
    const listed = [...example.matchAll(/^#?([A-Z][A-Z0-9_]+)=/gm)].map(([, name]) => name);
    const source = await readFile(path.join(import.meta.dirname, "env.ts"), "utf8");
    const known = [...source.matchAll(/^ {4}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => name);
    expect(known.length).toBeGreaterThan(15);
    expect(listed.sort()).toEqual(known.filter((name) => name !== "NODE_ENV").sort());
  });
});
