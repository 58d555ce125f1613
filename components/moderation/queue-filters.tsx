import { Field } from "#components/forms/field.tsx";
import { Select } from "#components/forms/controls.tsx";
import { Button } from "#components/ui/button.tsx";
import { warningLabel, warningSlugs } from "#lib/content-warnings/list.ts";
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

const states: Record<QueueState, string> = {
  care: "Care",
  new: "New",
  returned: "Changed",
  appeal: "Appeals",
  reported: "Reported",
  picture: "With picture",
};

const ages: Record<QueueAge, string> = {
  day: "More than a day",
  "three-days": "More than three days",
  week: "More than a week",
};

const warnings = warningSlugs.map((slug) => ({ slug, title: warningLabel(slug) }));

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
                href={`/moderation${queueQuery({ ...rest, state: isOn ? null : state })}`}
                aria-current={isOn ? "true" : undefined}
                className="queue-state"
              >
                {states[state]} <span className="queue-count">{queue.counts[state]}</span>
              </a>
            </li>
          );
        })}
      </ul>
      <details className="more" open={isNarrowed(rest) || undefined}>
        <summary>Narrow</summary>
        <form method="get" action="/moderation" aria-label="Narrow the queue">
          {filter.state && <input type="hidden" name="state" value={filter.state} />}
          <Choice name="call" label="Call" filter={filter} choices={queue.choices.calls} />
          <Choice name="theme" label="Theme" filter={filter} choices={queue.choices.themes} />
          <Choice name="warning" label="Content warning" filter={filter} choices={warnings} />
          <Choice
            name="age"
            label="Waiting for"
            filter={filter}
            choices={Object.entries(ages).map(([slug, title]) => ({ slug, title }))}
          />
          <Choice
            name="lighter"
            label="How heavy"
            filter={filter}
            choices={[{ slug: "1", title: "Lighter ones only" }]}
          />
          <div className="flex flex-wrap items-center gap-4">
            <Button tone="quiet">Show</Button>
            {isNarrowed(filter) && <a href={`/moderation${queueQuery(wholeQueue)}`}>Show all</a>}
          </div>
        </form>
      </details>
    </div>
  );
}

type ChoiceProps = {
  name: keyof QueueFilter;
  label: string;
  filter: QueueFilter;
  choices: readonly { slug: string; title: string }[];
};

function Choice({ name, label, filter, choices }: ChoiceProps) {
  if (choices.length === 0) return null;
  return (
    <Field id={`queue-${name}`} label={label}>
      {(aria) => (
        <Select {...aria} name={name} defaultValue={filter[name] ?? ""}>
          <option value="">All</option>
          {choices.map(({ slug, title }) => (
            <option key={slug} value={slug}>
              {title}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
