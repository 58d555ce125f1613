import { type ContentWarning, gateLabel } from "#lib/content-warnings/list.ts";
import * as desk from "#lib/generated/messages/desk.ts";

type StoryNameProps = {
  story: { text: string; warnings: readonly ContentWarning[]; gated: boolean };
};

/** What a story is known by at the desk: its words, or what stands before them. */
export function StoryName({ story: { text, warnings, gated } }: StoryNameProps) {
  if (warnings.length > 0) return gateLabel(warnings);
  return gated ? desk.reportedByReaders() : <bdi>{text}</bdi>;
}
