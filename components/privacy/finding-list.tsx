import { type Finding, type FindingKind, findingKinds } from "#lib/privacy/findings.ts";

type FindingListProps = { text: string; findings: readonly Finding[] };

/** What was found, a line for each kind: the words, and why they matter. */
export function FindingList({ text, findings }: FindingListProps) {
  const kinds = new Map<FindingKind, Set<string>>();
  for (const { kind, start, end } of findings) {
    kinds.set(kind, (kinds.get(kind) ?? new Set()).add(text.slice(start, end)));
  }
  return (
    <ul className="findings">
      {[...kinds].map(([kind, words]) => (
        <li key={kind}>
          <b dir="auto">{[...words].join(", ")}</b> <span>{findingKinds[kind].sentence()}</span>
        </li>
      ))}
    </ul>
  );
}
