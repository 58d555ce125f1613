import { type ContentWarning, gateLabel } from "#lib/content-warnings/list.ts";
import * as said from "#lib/generated/messages/warnings.ts";

type Gated = { warnings: readonly ContentWarning[]; gated?: boolean | undefined };

/** Whether its words stand behind a gate: then nothing of them is said outside of it either. */
export function isGated({ warnings, gated = false }: Gated): boolean {
  return gated || warnings.length > 0;
}

/**
 * What is written on a story's gate, a line for each reason to have one, and stands in for its words
 * where no gate can stand. Null for a story that needs none.
 */
export function gateSentence({ warnings, gated = false }: Gated): string | null {
  const label = warnings.length > 0 ? gateLabel(warnings) : null;
  if (!gated) return label;
  return [said.reported(), label].filter(Boolean).join("\n");
}
