import { MoveButton } from "#components/moderation/reasons/move-button.tsx";
import { kindsInWords } from "#components/moderation/reasons/words.ts";
import { hidden } from "#components/ui/hidden.tsx";
import * as messages from "#lib/generated/messages/reasons.ts";
import { localized } from "#lib/locale.ts";
import { moveReasonAction } from "#lib/moderation/reasons/actions.ts";
import { type Direction, type Reason, directions } from "#lib/moderation/reasons/schema.ts";

export type Moved = { slug: string; direction: Direction };

type ReasonListProps = { reasons: Reason[]; moved: Moved | null };

/** The reasons that are offered, in the order that moderators choose from. */
export function ReasonList({ reasons, moved }: ReasonListProps) {
  return (
    <ol className="reasons" aria-label={messages.list()}>
      {reasons.map((reason, at) => (
        <li key={reason.slug}>
          <ReasonWords reason={reason} />
          <Order
            reason={reason}
            ways={waysOf(at, reasons.length)}
            moved={moved?.slug === reason.slug ? moved.direction : null}
          />
        </li>
      ))}
    </ol>
  );
}

function waysOf(at: number, count: number): Direction[] {
  return directions.filter((direction) => (direction === "up" ? at > 0 : at < count - 1));
}

/** What moderators see of a reason, what storytellers read, and a way to change both. */
export function ReasonWords({ reason }: { reason: Reason }) {
  const { slug, label, message, kinds, needsMore } = reason;
  return (
    <>
      <div className="reason-words">
        <h3 className="text-lead font-medium">
          <bdi>{label}</bdi>
        </h3>
        <p className="text-small text-quiet">
          {(needsMore ? messages.forKindsMore : messages.forKinds)({ kinds: kindsInWords(kinds) })}
        </p>
        <p dir="auto" className="reason-sentence">
          {message}
        </p>
      </div>
      <a href={localized(`/moderation/reasons/${slug}`)} className="reason-change">
        {messages.changeNamed({ label, hidden })}
      </a>
    </>
  );
}

type OrderProps = { reason: Reason; ways: readonly Direction[]; moved: Direction | null };

function Order({ reason: { slug, label }, ways, moved }: OrderProps) {
  // At the end of the list, the button that moved it here is gone.
  const focused = moved && (ways.includes(moved) ? moved : ways[0]);
  return (
    <form action={moveReasonAction} className="reason-acts reason-order">
      <input type="hidden" name="slug" value={slug} />
      {ways.map((direction) => (
        <MoveButton key={direction} {...{ direction, label }} focused={direction === focused} />
      ))}
    </form>
  );
}
