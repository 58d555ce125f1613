/**
 * Run as a process of its own by lib/pictures/process.test.ts, with a file, its type and how many
 * times it arrives at once: prints what became of it, by how many megabytes the peak of the memory
 * rose, and how many milliseconds it took.
 */
import { readFileSync } from "node:fs";
import { processPicture } from "#lib/pictures/process.ts";

const [file = "", type = "", times = "1"] = process.argv.slice(2);
const bytes = readFileSync(file);
const peak = () => process.resourceUsage().maxRSS / 1024;

const before = peak();
const begun = performance.now();
const results = await Promise.all(
  Array.from({ length: Number(times) }, () => processPicture(bytes, type)),
);
const ms = Math.round(performance.now() - begun);
const grownMB = Math.round(peak() - before);
process.stdout.write(JSON.stringify({ taken: results.filter(({ ok }) => ok).length, grownMB, ms }));
