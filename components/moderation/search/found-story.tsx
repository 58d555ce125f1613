import { ageOf } from "#components/moderation/age.ts";
import { statusNames } from "#components/moderation/names.ts";
import { Byline } from "#components/stories/byline.tsx";
import { StoryName } from "#components/moderation/story-name.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import * as deskSearch from "#lib/generated/messages/deskSearch.ts";
import { localized } from "#lib/locale.ts";
import type { FoundStory as Found } from "#lib/moderation/search/queries.ts";
import { isGated } from "#lib/stories/gate.ts";

type FoundStoryProps = {
  story: Found;
  /** Where there is but one call, it need not be said which. */ withCall: boolean;
};

/** A story as the search lists it. Warned words are named here, not shown. */
export function FoundStory({ story, withCall }: FoundStoryProps) {
  return (
    <>
      <h3>
        <a
          id={`found-${story.id}`}
          href={localized(`/moderation/stories/${story.id}`)}
          className="found-link"
        >
          <Title story={story} />
        </a>
      </h3>
      <p className="found-facts">
        <Marks story={story} />
        <span className="found-status">{statusNames[story.status]()}</span>
        {"\u00a0· "}
        {deskSearch.sentAgo({ age: ageOf(story.submittedAt) })}
        {story.status !== "WITHDRAWN" && (
          <>
            {"\u00a0· "}
            <Byline name={story.bylineName} role={story.bylineRole} />
          </>
        )}
        {withCall && (
          <>
            {"\u00a0· "}
            <bdi>{story.call}</bdi>
          </>
        )}
        {"\u00a0· "}
        <span className="found-id">{story.id}</span>
        {story.inAnotherVersion && ` · ${deskSearch.inAnotherVersion()}`}
        {story.isOwn && ` · ${deskSearch.yourOwn()}`}
        {story.heldBy && !story.heldBy.byViewer && (
          <>
            {"\u00a0· "}
            {deskSearch.heldBy({ name: story.heldBy.who, who: (name) => <bdi>{name}</bdi> })}
          </>
        )}
      </p>
    </>
  );
}

function Title({ story }: { story: Found }) {
  if (story.status === "WITHDRAWN") return <>{deskSearch.erased()}</>;
  const isPlain = !isGated(story);
  return (
    <span dir={isPlain ? "auto" : undefined} className={isPlain ? "found-words" : undefined}>
      <StoryName story={story} />
    </span>
  );
}

function Marks({ story }: { story: Found }) {
  const { careMark, waitsFor, waitingSince, reportedSince, picture } = story;
  return (
    <>
      {careMark && <b className="text-thread">{desk.itemCare()} · </b>}
      {waitsFor === "an appeal" && <b>{desk.itemAppeal()} · </b>}
      {waitingSince && waitsFor === "a change" && <b>{desk.itemReturned()} · </b>}
      {reportedSince && <b>{desk.itemReported()} · </b>}
      {picture && `${desk.itemPicture()} · `}
    </>
  );
}
