import { expect, test } from "vitest";
import { languageOf } from "#lib/finding/detect.ts";
import { configurationOf, spaced } from "#lib/finding/languages.ts";

test.each<[string, string | null]>([
  ["My neighbour kept the porch light on all night.", "en"],
  ["La abuela de la cama 4 pedía siempre dos cafés.", "es"],
  ["Ma mère, 91 ans, chantait au téléphone.", "fr"],
  ["祖母は病院で歌った。", "ja"],
  ["قالت لي الممرضة إنها لا تنام.", "ar"],
  // Hindi, which by its letters could as well be Marathi.
  ["दादाजी ने अस्पताल में मुझे रमी सिखाई", null],
  ["ok", null],
  ["👋", null],
  ["#nightshift https://stories.example/a", null],
])("%j is in %j", (text, language) => {
  expect(languageOf(text)).toBe(language);
});

test("a language that PostgreSQL bends no words of has them as they are written", () => {
  expect(configurationOf("es")).toBe("found_spanish");
  expect(configurationOf("ja")).toBe("found_simple");
  expect(configurationOf(null)).toBe("found_simple");
});

test("where words stand without spaces, they get some", () => {
  expect(spaced("祖母は病院で歌った。").split(" ")).toContain("病院");
  expect(spaced("My neighbour")).toBe("My neighbour");
});
