import type { ReactNode } from "react";
import { type ReadersPlace, WarningGate } from "#components/content-warnings/warning-gate.tsx";
import { StoryPicture } from "#components/pictures/story-picture.tsx";
import { StoryWords } from "#components/stories/story-words.tsx";
import { Thread } from "#components/ui/thread.tsx";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import type { StoryPicture as StoryPictureData } from "#lib/stories/queries.ts";
import { MAX_WEIGHT } from "#lib/stories/max-weight.ts";

type StoryBodyProps = {
  story: {
    text: string;
    weight: number;
    warnings: readonly ContentWarning[];
    /** Where readers' reports put it behind a gate. */
    gated?: boolean;
    language?: string | null;
    picture: StoryPictureData | null;
  };
  large?: boolean;
  /** Where readers meet it, and what they chose counts. */
  place?: ReadersPlace;
  /** Where its picture is for whoever looks: readers, its storyteller, moderators. */
  pictureBase?: string;
  /** In the place of the plain words, and of the plain picture. */
  words?: ReactNode;
  picture?: ReactNode;
  /** What stands with the words, behind the same gate. */
  children?: ReactNode;
};

/** The words and picture, behind their gate if they need one, and the thread that is as long as they are. */
export function StoryBody(props: StoryBodyProps) {
  const { story, large = false, place, pictureBase = "/pictures" } = props;
  const { words, picture, children } = props;
  return (
    <>
      <WarningGate warnings={story.warnings} gated={story.gated} place={place}>
        {words ?? (
          <StoryWords
            text={story.text}
            large={large}
            language={story.language}
            linked={place !== undefined}
          />
        )}
        {picture ??
          (story.picture && (
            <StoryPicture picture={story.picture} base={pictureBase} language={story.language} />
          ))}
        {children}
      </WarningGate>
      <Thread reach={story.weight / MAX_WEIGHT} className="mt-5" />
    </>
  );
}
