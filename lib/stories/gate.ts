import { type ContentWarning, gateLabel } from "#lib/content-warnings/list.ts";

const reported = "Readers have reported this story. Moderators are seeing to it.";

type Gated = { warnings: readonly ContentWarning[]; gated?: boolean | undefined };

/**
 * What is written on a story's gate, a line for each reason to have one, and stands in for its words
 * where no gate can stand. Null for a story that needs none.
 */
export function gateSentence({ warnings, gated = false }: Gated): string | null {
  const label = warnings.length > 0 ? gateLabel(warnings) : null;
  if (!gated) return label;
  return label ? `${reported}\n${label}` : reported;
}
