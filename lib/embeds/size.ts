import { callsForHelpline } from "#lib/content-warnings/list.ts";
import { gateSentence } from "#lib/stories/gate.ts";
import { weightedLength } from "#lib/stories/length.ts";
import type { StoryCard } from "#lib/stories/queries.ts";

/** In pixels, of a frame that has the room. */
export const FRAME_WIDTH = 550;

/** In pixels, of the column of a phone: no script tells a frame that it is there. */
const LEAST_WIDTH = 340;

/** Where byline and date no longer stand beside each other. */
const NARROW = 420;

/**
 * Of a frame that no script makes higher: as high as it needs in any column down to a phone's. The
 * highest may be between the two, as letters and pictures grow with the width and lines get fewer.
 */
export function fixedHeight(story: StoryCard): number {
  let most = 0;
  for (let width = LEAST_WIDTH; width <= FRAME_WIDTH; width++)
    most = Math.max(most, frameHeight(story, width));
  return most;
}

/**
 * How high the frame of a story is to be where no script says so, in pixels. An estimate by what
 * lib/embeds/frame.css makes of it, rather a line too high than too low: then it would scroll.
 */
export function frameHeight(story: StoryCard, width: number): number {
  // Without the gutters and the border.
  const room = width - 2 * Math.min(Math.max(0.05 * width, 18), 28) - 2;
  const around = 156 + (width < NARROW ? 21 : 0) + (callsForHelpline(story.warnings) ? 44 : 0);
  const gate = gateSentence(story);
  if (gate !== null) return around + 68 + 27 * linesOf(gate, room - 44);
  const { picture } = story;
  const pictured = picture ? 20 + Math.min((picture.height / picture.width) * room, 512) : 0;
  // As the style sheet has it.
  const font = Math.min(Math.max(17.44 + 0.0055 * width, 19), 21);
  return Math.ceil(around + 1.46 * font * linesOf(story.text, room) + pictured);
}

/** A character is some 8.5 pixels wide, one that weighs two twice that, and words end lines early. */
function linesOf(text: string, width: number): number {
  // In narrower ones than any page has, too.
  const columns = Math.max(width / 9.5, 8);
  return text
    .split("\n")
    .reduce((lines, line) => lines + Math.max(Math.ceil(weightedLength(line) / columns), 1), 0);
}
