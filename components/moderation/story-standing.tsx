import { ageOf } from "#components/moderation/age.ts";
import { statusNames } from "#components/moderation/names.ts";
import * as desk from "#lib/generated/messages/desk.ts";
import { localized } from "#lib/locale.ts";
import type { ModerationStory } from "#lib/moderation/queries.ts";

function aboutWhom({ subject, subjectConsent }: ModerationStory): string {
  if (subject === null) return desk.aboutUnsaid();
  if (subject === "MYSELF") return desk.aboutMyself();
  return subjectConsent === "AGREED" ? desk.aboutAgreed() : desk.aboutChanged();
}

/** Of a story that is not only waiting: how it stands, and what of it waits. */
const withWaiting: Record<
  ModerationStory["waitsFor"],
  (values: { status: string; age: string }) => string
> = {
  "a first reading": desk.withFirstReading,
  "a change": desk.withChange,
  "an appeal": desk.withAppeal,
  "an answer to reports": desk.withReports,
};

function standing({ status, waitingSince, waitsFor }: ModerationStory): string {
  if (waitingSince === null) return statusNames[status]();
  const age = ageOf(waitingSince);
  if (status !== "PENDING") return withWaiting[waitsFor]({ status: statusNames[status](), age });
  return waitsFor === "a first reading" ? desk.waitingFor({ age }) : desk.cameBackWaiting({ age });
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
          {desk.asReadersSee()}
        </a>
      )}
    </p>
  );
}
