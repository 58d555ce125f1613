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
  const weighed = weigh(story);
  let most = 0;
  for (let width = LEAST_WIDTH; width <= FRAME_WIDTH; width++)
    most = Math.max(most, heightOf(weighed, width));
  return most;
}

/**
 * How high the frame of a story is to be where no script says so, in pixels. An estimate by what
 * lib/embeds/frame.css makes of it, rather a line too high than too low: then it would scroll.
 */
export function frameHeight(story: StoryCard, width: number): number {
  return heightOf(weigh(story), width);
}

type Weighed = {
  /** The weighted length of each line that stands in it: the gate's, or the words'. */
  lines: number[];
  gated: boolean;
  helpline: boolean;
  picture: StoryCard["picture"];
};

function weigh(story: StoryCard): Weighed {
  const gate = gateSentence(story);
  return {
    lines: (gate ?? story.text).split("\n").map(weightedLength),
    gated: gate !== null,
    helpline: callsForHelpline(story.warnings),
    picture: story.picture,
  };
}

function heightOf({ lines, gated, helpline, picture }: Weighed, width: number): number {
  // Without the gutters and the border.
  const room = width - 2 * Math.min(Math.max(0.05 * width, 18), 28) - 2;
  const around = 156 + (width < NARROW ? 21 : 0) + (helpline ? 44 : 0);
  if (gated) return around + 68 + 27 * linesIn(lines, room - 44);
  const pictured = picture ? 20 + Math.min((picture.height / picture.width) * room, 512) : 0;
  // As the style sheet has it.
  const font = Math.min(Math.max(17.44 + 0.0055 * width, 19), 21);
  return Math.ceil(around + 1.46 * font * linesIn(lines, room) + pictured);
}

/** A character is some 8.5 pixels wide, one that weighs two twice that, and words end lines early. */
function linesIn(lines: number[], width: number): number {
  // In narrower ones than any page has, too.
  const columns = Math.max(width / 9.5, 8);
  return lines.reduce((sum, length) => sum + Math.max(Math.ceil(length / columns), 1), 0);
}
