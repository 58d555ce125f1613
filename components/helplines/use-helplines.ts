import { useEffect, useState } from "react";
import { fetchHelplines } from "#lib/helplines/fetch.ts";
import type { Helpline } from "#lib/helplines/helpline.ts";

/** Those at hand, and all of them once they have come. */
export function useHelplines(atHand: readonly Helpline[]): readonly Helpline[] {
  const [helplines, setHelplines] = useState(atHand);
  useEffect(() => {
    void fetchHelplines().then(setHelplines, () => undefined);
  }, []);
  return helplines;
}
