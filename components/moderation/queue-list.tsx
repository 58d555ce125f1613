import { ageOf } from "#components/moderation/age.ts";
import { gateLabel } from "#lib/content-warnings/list.ts";
import type { QueueItem } from "#lib/moderation/queries.ts";

type QueueListProps = { waiting: number; items: QueueItem[]; current: string };

const kinds = { "a change": "Changed", "an appeal": "Appeal", "a first reading": "" };

/** What waits: care marks first, then the oldest. Warned words are named here, not shown. */
export function QueueList({ waiting, items, current }: QueueListProps) {
  return (
    <nav aria-label="Waiting stories" className="queue">
      <h2 className="border-b border-rule px-6 py-3 text-small text-quiet">
        <span className="font-semibold text-ink">{waiting}</span> waiting
      </h2>
      <ol>
        {items.map((item) => (
          <li key={item.id}>
            <a
              href={`/moderation/stories/${item.id}`}
              aria-current={item.id === current ? "page" : undefined}
              className="queue-item"
            >
              {item.warnings.length > 0 ? (
                <span className="line-clamp-2 text-ui">{gateLabel(item.warnings)}</span>
              ) : (
                <span dir="auto" className="line-clamp-1 text-ui font-medium">
                  {item.text}
                </span>
              )}
              <span className="text-fine text-quiet">
                {item.careMark && <b className="font-semibold text-thread">Care · </b>}
                {item.waitsFor !== "a first reading" && `${kinds[item.waitsFor]} · `}
                {ageOf(item.waitingSince ?? item.submittedAt)}
              </span>
            </a>
          </li>
        ))}
      </ol>
      {waiting > items.length && (
        <p className="px-6 py-3 text-fine text-quiet">
          and {waiting - items.length} more, once these are read
        </p>
      )}
    </nav>
  );
}
