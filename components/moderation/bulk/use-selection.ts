import { useEffect, useRef, useState } from "react";
import { type BulkRow, selectionOf } from "#components/moderation/bulk/rows.ts";
import type { Selection } from "#components/moderation/bulk/words.ts";
import { bulkKinds } from "#lib/moderation/bulk/schema.ts";

/** What is ticked; null until a script can tell. */
export function useSelection(rows: readonly BulkRow[]) {
  const list = useRef<HTMLDivElement>(null);
  const [selection, setSelection] = useState<Selection | null>(null);
  const [isAll, setAll] = useState(false);
  const boxes = (which = "") => [
    ...(list.current?.querySelectorAll<HTMLInputElement>(`input[name="items"]${which}`) ?? []),
  ];
  const count = () => {
    const ticked = new Set(boxes(":checked").map(({ value }) => value));
    const next = selectionOf(rows.filter(({ item }) => item && ticked.has(item)));
    setSelection((now) => (isSame(now, next) ? now : next));
    setAll(boxes(":not([data-care], :checked)").length === 0);
  };
  // After each time: the list may be another one, and what was ticked comes back with a page.
  useEffect(count);
  const selectAll = (on: boolean) => {
    for (const box of boxes(on ? ":not([data-care])" : "")) box.checked = on;
    count();
  };
  return { list, selection, isAll, selectAll, count };
}

function isSame(one: Selection | null, other: Selection): boolean {
  return (
    one?.count === other.count && bulkKinds.every((kind) => one.allows[kind] === other.allows[kind])
  );
}
