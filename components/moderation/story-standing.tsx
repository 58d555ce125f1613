import { ageOf } from "#components/moderation/age.ts";
import { statusNames } from "#components/moderation/names.ts";
import { localized } from "#lib/locale.ts";
import type { ModerationStory } from "#lib/moderation/queries.ts";

function aboutWhom({ subject, subjectConsent }: ModerationStory): string {
  if (subject === null) return "Does not say whom it is about";
  if (subject === "MYSELF") return "About the storyteller";
  return subjectConsent === "AGREED"
    ? "About someone else, who agreed"
    : "About someone else, details changed";
}

function standing({ status, waitingSince, waitsFor }: ModerationStory): string {
  if (waitingSince === null) return statusNames[status];
  const waiting = `waiting for ${ageOf(waitingSince)}`;
  if (status !== "PENDING") return `${statusNames[status]}, with ${waitsFor} ${waiting}`;
  return waitsFor === "a first reading"
    ? `Waiting for ${ageOf(waitingSince)}`
    : `Came back, ${waiting}`;
}

/** Above a story's words: how it stands, and whom it is about. */
export function StoryStanding({ story }: { story: ModerationStory }) {
  return (
    <p className="mb-4 flex flex-wrap items-center gap-x-4 gap-y-1 text-small text-quiet">
      <span className="font-medium text-ink">{standing(story)}</span>
      <span>{aboutWhom(story)}</span>
      {story.status === "PUBLISHED" && (
        <a
          href={localized(`/stories/${story.id}`)}
          className="-my-2 inline-flex min-h-target items-center"
        >
          As readers see it
        </a>
      )}
    </p>
  );
}
