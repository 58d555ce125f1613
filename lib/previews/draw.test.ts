import { mkdtempSync } from "node:fs";
import { readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import sharp from "sharp";
import { afterAll, describe, expect, test, vi } from "vitest";
import { warningSlugs } from "#lib/content-warnings/list.ts";
import type { PreviewContent } from "#lib/previews/content.ts";
import { drawPreview } from "#lib/previews/draw.ts";
import { serif } from "#lib/previews/fonts.ts";
import { fitText, loadFonts, setText } from "#lib/previews/text.ts";

const folder = mkdtempSync(path.join(tmpdir(), "previews-"));
vi.stubEnv("DATA_DIR", folder);
afterAll(() => rm(folder, { recursive: true, force: true }));

const content: PreviewContent = {
  ...{ label: null, words: "", name: "Anonymous", role: null, reach: 0.5 },
  ...{ site: "Vignette", host: "stories.example", accent: "#a8341f" },
};

/** How wide a word is when it is set. */
async function width(word: string): Promise<number> {
  await loadFonts();
  const raster = await setText(word, { font: serif, size: 60, width: 2000, color: "#000000" });
  return raster?.width ?? 0;
}

/** Whether there is any colour in a text that is set in black. */
async function hasColour(text: string): Promise<boolean> {
  await loadFonts();
  const raster = await setText(text, { font: serif, size: 60, width: 2000, color: "#000000" });
  for (let at = 0; raster && at < raster.data.length; at += 4) {
    const [red = 0, green = 0, blue = 0] = raster.data.subarray(at, at + 3);
    if (Math.max(red, green, blue) - Math.min(red, green, blue) > 60) return true;
  }
  return false;
}

describe("shapes", () => {
  test("Arabic letters join", async () => {
    // Kept apart by what forbids joining, they are as wide as each alone.
    expect(await width("سلمى")).toBeLessThan(0.85 * (await width("س\u200cل\u200cم\u200cى")));
  });

  test("Devanagari letters become one", async () => {
    expect(await width("क्ष")).toBeLessThan(0.8 * (await width("क्\u200cष")));
  });

  test.each(["🌙", "1️⃣", "👩🏽‍⚕️", "🏳️‍🌈", "❤️", "🇯🇵"])("%s is one picture in colour", async (emoji) => {
    expect(await hasColour(emoji)).toBe(true);
    expect(await width(emoji)).toBeLessThan(90);
  });

  test.each(["🌙", "🌙🌙", "the 🌙 rose"])("a line of %j is as high as others", async (line) => {
    await loadFonts();
    const setting = { font: serif, size: 60, width: 2000, color: "#000000" };
    const between = (text: string) => setText(`Moon\n${text}\nMoon`, setting);
    expect((await between(line))?.height).toBe((await between("Moon"))?.height);
  });

  test("words are not in colour", async () => {
    expect(await hasColour("Moon 月 قمر 1")).toBe(false);
  });
});

const stories: Record<string, Partial<PreviewContent>> = {
  english: {
    words:
      "The moon was still there. Every night I wheeled him to the window, and every night he counted it, as if somebody might have taken one away. On the last night he asked me to count. I said: one. He said: good, then we are all here, and closed his eyes. I still count it every shift.",
    ...{ name: "Maria", role: "night nurse", reach: 1 },
  },
  arabic: {
    words:
      "في الليلة الأخيرة سألتني جدتي إن كان القمر ما زال هناك. قلت لها: نعم، ينتظرك. ضحكت وقالت: إذن لم يتأخر أحد. كان عمري ٧ سنوات.",
    ...{ name: "سلمى", role: "حفيدة" },
  },
  hindi: {
    words:
      "दादी ने आख़िरी रात पूछा, चाँद अब भी वहीं है? मैंने कहा, हाँ, आपका इंतज़ार कर रहा है। वह हँसीं, और कहा: तो फिर कोई देर से नहीं आया।",
    name: "अनिल",
  },
  japanese: {
    words:
      "夜勤の最後に、おばあちゃんは「月はまだいる?」と聞いた。「いるよ、待ってるよ」と答えると、笑って「じゃあ、誰も遅刻してないね」と言った。それから窓を少しだけ開けた。",
    ...{ name: "美咲", role: "看護師" },
  },
  emoji: {
    words:
      "Night shift 🌙 with 👩🏽‍⚕️ and 👨‍👩‍👧‍👦. He drew a ❤️ and a 🏳️‍🌈 on the cast 🎨, then 1️⃣ 2️⃣ 3️⃣ 🇩🇪🇯🇵 🫶🏿 🐈‍⬛ 🥹 ☕️ ✍️. We laughed 😂😂😂.",
  },
  warned: { label: "Contains: stillbirth, described; suicide, mentioned" },
};

/** Where they were looked at and found good. `NEW_PREVIEWS=1` draws them again, to be looked at. */
const looked = path.join(import.meta.dirname, "looked-at");

const pixels = (png: Buffer) => sharp(png).removeAlpha().raw().toBuffer();

async function compare(name: string, png: Buffer) {
  const file = path.join(looked, `${name}.png`);
  if (process.env.NEW_PREVIEWS) await writeFile(file, png);
  const [now, then] = await Promise.all([pixels(png), readFile(file).then(pixels)]);
  expect(now.length).toBe(then.length);
  let sum = 0;
  for (let at = 0; at < now.length; at += 1) sum += Math.abs((now[at] ?? 0) - (then[at] ?? 0));
  // Another processor may round an edge otherwise; one other word at the end is twice this.
  expect(sum / now.length).toBeLessThan(0.2);
}

test.each(Object.entries(stories))("a story that is %s looks as it did", async (name, over) => {
  await compare(name, await drawPreview({ ...content, ...over }, "wide"));
});

test("as a card too", async () => {
  await compare("card", await drawPreview({ ...content, ...stories.english }, "square"));
});

test("a long name of the site is set smaller, beside nothing else", async () => {
  const site = "St Bartholomew's Hospital Heart Stories!"; // as long as it can be
  await compare("long-name", await drawPreview({ ...content, ...stories.english, site }, "wide"));
});

describe("what has room", () => {
  const room = { height: 309, largest: 54, smallest: 22 };
  const setting = { font: serif, width: 920, color: "#000000" };

  test("is as large as it may be", async () => {
    await loadFonts();
    const word = await fitText("Moon", setting, room);
    expect(word).toEqual(await setText("Moon", { ...setting, size: room.largest }));
  });

  test("is not cut off at its end, also where its lines are made alike", async () => {
    await loadFonts();
    for (const slug of warningSlugs) {
      const warnings = ["birth", slug, "medical-error"].map((warning) => `${warning}, described`);
      const label = `Readers have reported this story.\nContains: ${warnings.join("; ")}`;
      for (const height of [120, 180]) {
        const set = await fitText(label, setting, { ...room, height, balanced: true });
        expect(set?.height, `${label}, ${height}`).toBeLessThanOrEqual(height);
      }
    }
  });
});

test.each([
  ["wide", 1200, 630],
  ["square", 1080, 1080],
] as const)("%s is %i × %i", async (shape, across, down) => {
  const drawn = sharp(await drawPreview({ ...content, words: "Moon." }, shape));
  expect(await drawn.metadata()).toMatchObject({ format: "png", width: across, height: down });
});

test.each([
  ["as many lines as there can be", Array(140).fill("a").join("\n")],
  ["one word without end", "a".repeat(280)],
  ["nothing to see", "\u2063"],
  ["a hundred marks", `a${"\u0301".repeat(100)}`],
  ["markup", "<span size='9999999'>&#0;</span>"],
])("is drawn whatever the words are: %s", async (_, words) => {
  const long = "w".repeat(200);
  const png = await drawPreview({ ...content, words, name: long, role: long }, "wide");
  expect(await sharp(png).metadata()).toMatchObject({ width: 1200, height: 630 });
});

test("words that no font has letters for are not set as boxes", async () => {
  const drawn = (words: string) => drawPreview({ ...content, words }, "wide");
  expect(await drawn("달이 아직 거기 있었다.")).toEqual(await drawn("ᚠᚢᚦ"));
});
