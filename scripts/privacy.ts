/**
 * `npm run privacy`: how many of the examples' personal details the checks find, and what they find
 * that is none. Run with --conditions=react-server, because the detector is marked `server-only`.
 */
import { findPersonalDetails } from "#lib/privacy/detect.ts";
import { examples } from "#lib/privacy/examples.ts";
import { type Row, failures, measure } from "#lib/privacy/measure.ts";

const columns = ["examples", "found", "wrong", "missed", "precision", "recall"] as const;

function line(name: string, cells: readonly string[]): string {
  return name.padEnd(16) + cells.map((cell) => cell.padStart(11)).join("");
}

function cells({ examples, found, wrong, missed, precision, recall }: Row): string[] {
  return [`${examples}`, `${found}`, `${wrong}`, `${missed}`, share(precision), share(recall)];
}

function share(value: number | null): string {
  return value === null ? "-" : value.toFixed(3);
}

for (const heldOut of [false, true]) {
  const part = examples.filter((example) => example.heldOut === heldOut);
  const measured = part.map((example) => ({
    example,
    found: findPersonalDetails(example.text, { country: example.country }),
  }));

  console.log(`\n${heldOut ? "Held out" : "Tuned against"}: ${part.length} examples\n`);
  console.log(line("", columns));
  for (const row of measure(measured)) console.log(line(row.name, cells(row)));

  console.log("\nWhere they differ:");
  for (const { text, missed, wrong, exception } of failures(measured)) {
    console.log(`  ${text}`);
    if (missed.length > 0) console.log(`    missed: ${missed.join(", ")}`);
    if (wrong.length > 0) console.log(`    wrong: ${wrong.join(", ")}`);
    if (exception) console.log(`    known: ${exception}`);
  }
}
