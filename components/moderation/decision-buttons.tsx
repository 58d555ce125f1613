import { Button } from "#components/ui/button.tsx";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";

const buttons: Record<DecisionKind, { label: string; tone: "primary" | "quiet" | "risk" }> = {
  APPROVE: { label: "Approve", tone: "primary" },
  ASK_FOR_CHANGES: { label: "Ask for changes", tone: "quiet" },
  REJECT: { label: "Reject", tone: "risk" },
  TAKE_DOWN: { label: "Take down", tone: "risk" },
  RESTORE: { label: "Restore", tone: "primary" },
};

type DecisionButtonsProps = { kinds: readonly DecisionKind[]; pending: boolean };

/** Where a story is down already, an appeal is answered: both buttons are there. */
function labelOf(kind: DecisionKind, kinds: readonly DecisionKind[]): string {
  const isDown = kinds.includes("RESTORE");
  return kind === "TAKE_DOWN" && isDown ? "Keep it down" : buttons[kind].label;
}

/** One step each; always in reach while the story is read. */
export function DecisionButtons({ kinds, pending }: DecisionButtonsProps) {
  return (
    <div className="decide">
      {kinds.map((kind) => (
        <Button
          key={kind}
          name="decision"
          value={kind}
          tone={buttons[kind].tone}
          aria-busy={pending || undefined}
        >
          {labelOf(kind, kinds)}
        </Button>
      ))}
      <span role="status" className="text-small text-quiet">
        {pending && "Deciding…"}
      </span>
    </div>
  );
}
