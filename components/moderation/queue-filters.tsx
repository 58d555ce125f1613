import { type Choice, ChoiceField } from "#components/forms/narrowing-fields.tsx";
import { Button } from "#components/ui/button.tsx";
import { warningLabel, warningSlugs } from "#lib/content-warnings/list.ts";
import * as desk from "#lib/generated/messages/desk.ts";
import { localized } from "#lib/locale.ts";
import type { Queue } from "#lib/moderation/queue/queries.ts";
import {
  type QueueAge,
  type QueueFilter,
  type QueueState,
  isNarrowed,
  queueQuery,
  queueStates,
  wholeQueue,
} from "#lib/moderation/queue/schema.ts";

type QueueFiltersProps = { queue: Queue; filter: QueueFilter };

const states: Record<QueueState, () => string> = {
  care: desk.stateCare,
  new: desk.stateNew,
  returned: desk.stateReturned,
  appeal: desk.stateAppeal,
  reported: desk.stateReported,
  picture: desk.statePicture,
};

const ageNames: Record<QueueAge, () => string> = {
  day: desk.overDay,
  "three-days": desk.overThreeDays,
  week: desk.overWeek,
};

const ages = () => Object.entries(ageNames).map(([value, label]) => ({ value, label: label() }));

const weights = () => [{ value: "1", label: desk.lighterOnly() }];

const warnings = () => warningSlugs.map((slug) => ({ value: slug, label: warningLabel(slug) }));

/** The parts of the queue with how many wait in each, and what else narrows it; all in the address. */
export function QueueFilters({ queue, filter }: QueueFiltersProps) {
  const rest = { ...filter, state: null };
  return (
    <div className="queue-filters">
      <ul className="queue-states">
        {queueStates.map((state) => {
          const isOn = filter.state === state;
          if (queue.counts[state] === 0 && !isOn) return null;
          return (
            <li key={state}>
              <a
                href={localized(
                  `/moderation${queueQuery({ ...rest, state: isOn ? null : state })}`,
                )}
                aria-current={isOn ? "true" : undefined}
                className="queue-state"
              >
                {states[state]()} <span className="queue-count">{queue.counts[state]}</span>
              </a>
            </li>
          );
        })}
      </ul>
      <details className="more" open={isNarrowed(rest) || undefined}>
        <summary>{desk.narrow()}</summary>
        <form method="get" action={localized("/moderation")} aria-label={desk.narrowQueue()}>
          {filter.state && <input type="hidden" name="state" value={filter.state} />}
          <QueueChoice
            name="call"
            label={desk.byCall()}
            filter={filter}
            choices={queue.choices.calls}
          />
          <QueueChoice
            name="theme"
            label={desk.byTheme()}
            filter={filter}
            choices={queue.choices.themes}
          />
          <QueueChoice
            name="warning"
            label={desk.byWarning()}
            filter={filter}
            choices={warnings()}
          />
          <QueueChoice name="age" label={desk.byAge()} filter={filter} choices={ages()} />
          <QueueChoice name="lighter" label={desk.byWeight()} filter={filter} choices={weights()} />
          <div className="flex flex-wrap items-center gap-4">
            <Button tone="quiet">{desk.showPart()}</Button>
            {isNarrowed(filter) && (
              <a href={localized(`/moderation${queueQuery(wholeQueue)}`)}>{desk.showAll()}</a>
            )}
          </div>
        </form>
      </details>
    </div>
  );
}

type QueueChoiceProps = {
  name: keyof QueueFilter;
  label: string;
  filter: QueueFilter;
  choices: readonly Choice[];
};

function QueueChoice({ name, choices, ...props }: QueueChoiceProps) {
  if (choices.length === 0) return null;
  return <ChoiceField id={`queue-${name}`} name={name} choices={choices} {...props} />;
}
