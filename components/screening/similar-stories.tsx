import type { ReactNode } from "react";
import { WarningGate } from "#components/content-warnings/warning-gate.tsx";
import { MarkedWords } from "#components/moderation/marked-words.tsx";
import { statusNames } from "#components/moderation/names.ts";
import { type Place, differencesIn } from "#components/screening/differences.ts";
import { Byline, bylineName } from "#components/stories/byline.tsx";
import { Day, Moment } from "#components/ui/day.tsx";
import { hidden } from "#components/ui/hidden.tsx";
import * as screening from "#lib/generated/messages/screening.ts";
import { localized } from "#lib/locale.ts";
import type { SimilarStory } from "#lib/screening/similar/queries.ts";
import { gateSentence } from "#lib/stories/gate.ts";

type Compared = { story: SimilarStory; places: readonly Place[] };

/** So many are open; one more is not worth folding. */
const OPEN = 2;

/** Other stories with much the same words, to be compared with those above; the most alike open. */
export function SimilarStories({ stories }: { stories: readonly SimilarStory[] }) {
  if (stories.length === 0) return null;
  const compared = stories.map((story) => ({
    story,
    places: differencesIn(story.text, story.like.text),
  }));
  const open = stories.length > OPEN + 1 ? OPEN : stories.length;
  const more = compared.slice(open);
  return (
    <section aria-labelledby="similar-stories">
      <h2 id="similar-stories" className="mb-1 text-ui font-semibold">
        {screening.similar()}
      </h2>
      {compared.some(({ places }) => places.length > 0) && (
        <p className="text-small text-quiet">
          {screening.similarHow({
            sample: (words) => <span className="similar-sample">{words}</span>,
          })}
        </p>
      )}
      <SimilarList compared={compared.slice(0, open)} />
      {more.length > 0 && (
        <details className="more">
          <summary>{screening.moreSimilar({ count: more.length, hidden })}</summary>
          <SimilarList compared={more} />
        </details>
      )}
    </section>
  );
}

function SimilarList({ compared }: { compared: readonly Compared[] }) {
  return (
    <ul className="similar-stories">
      {compared.map((each) => (
        <Similar key={each.story.id} {...each} />
      ))}
    </ul>
  );
}

function Similar({ story, places }: Compared) {
  const { id, percent, status, submittedAt, bylineName: name, bylineRole: role } = story;
  const stands = statusNames[status]();
  return (
    <li>
      <p className="similar-facts">
        <b>{screening.alike({ percent })}</b>
        {"\u00a0· "}
        {stands}
        {"\u00a0· "}
        <Day iso={submittedAt} />
        {"\u00a0· "}
        <Byline name={name} role={role} />
      </p>
      {story.text === story.like.text ? (
        <p className="similar-same">{`${screening.verySame()}${warnedAs(story)}`}</p>
      ) : (
        <Gate story={story}>
          <MarkedWords
            text={story.text}
            marks={places.map((place) => ({ ...place, label: screening.differs() }))}
          />
        </Gate>
      )}
      {/* Of a wave, all but the time can be the same. */}
      <a href={localized(`/moderation/stories/${id}`)}>
        {screening.openSimilar({
          hidden,
          name: bylineName(name),
          status: stands.toLowerCase(),
          moment: () => <Moment iso={submittedAt} />,
        })}
      </a>
    </li>
  );
}

/** What stands on the gate of the very same words elsewhere: these may want it too. */
function warnedAs(story: SimilarStory): string {
  const sentence = gateSentence(story);
  return sentence === null ? "" : ` ${sentence.replace("\n", " ")}.`.replace("..", ".");
}

/** Much the same words as those behind the story's own gate are not laid open beneath it. */
function Gate({ story, children }: { story: SimilarStory; children: ReactNode }) {
  const { warnings, gated, like } = story;
  if (!like.gated || gated || warnings.length > 0) {
    return (
      <WarningGate warnings={warnings} gated={gated}>
        {children}
      </WarningGate>
    );
  }
  return (
    <details className="more">
      <summary>{screening.showWords()}</summary>
      {children}
    </details>
  );
}
