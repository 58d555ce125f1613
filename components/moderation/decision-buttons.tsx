import { KeyHint } from "#components/moderation/keys/key-hint.tsx";
import type { DeskKey } from "#components/moderation/keys/keys.ts";
import { Button } from "#components/ui/button.tsx";
import * as desk from "#lib/generated/messages/desk.ts";
import type { DecisionKind } from "#lib/generated/prisma/enums.ts";

type Look = { label: () => string; tone: "primary" | "quiet" | "risk"; shortcut: DeskKey };

/** The first of two approvals is made with the same button as any. */
export type ButtonKind = Exclude<DecisionKind, "ENDORSE">;

const buttons: Record<ButtonKind, Look> = {
  APPROVE: { label: desk.approve, tone: "primary", shortcut: "a" },
  ASK_FOR_CHANGES: { label: desk.askForChanges, tone: "quiet", shortcut: "c" },
  REJECT: { label: desk.reject, tone: "risk", shortcut: "r" },
  TAKE_DOWN: { label: desk.takeDown, tone: "risk", shortcut: "t" },
  RESTORE: { label: desk.restore, tone: "primary", shortcut: "b" },
  SET_WARNINGS: { label: desk.setWarnings, tone: "quiet", shortcut: "v" },
  DISMISS_REPORTS: { label: desk.dismissReports, tone: "quiet", shortcut: "d" },
};

type DecisionButtonsProps = {
  kinds: readonly ButtonKind[];
  /** Whether reports on it are open. */
  reported: boolean;
  pending: boolean;
};

type Shown = Pick<DecisionButtonsProps, "kinds" | "reported">;

/** Where a story is down already, an appeal is answered: both buttons are there. */
function labelOf(kind: ButtonKind, { kinds, reported }: Shown): string {
  const isDown = kinds.includes("RESTORE");
  if (kind === "DISMISS_REPORTS" && !reported) return desk.openGate();
  return kind === "TAKE_DOWN" && isDown ? desk.keepDown() : buttons[kind].label();
}

/** One step each; always in reach while the story is read. */
export function DecisionButtons({ kinds, reported, pending }: DecisionButtonsProps) {
  return (
    <div className="decide">
      {kinds.map((kind) => (
        <Button
          key={kind}
          name="decision"
          value={kind}
          tone={buttons[kind].tone}
          aria-busy={pending || undefined}
          aria-keyshortcuts={buttons[kind].shortcut}
        >
          {labelOf(kind, { kinds, reported })}
          <KeyHint shortcut={buttons[kind].shortcut} />
        </Button>
      ))}
      <span role="status" className="text-small text-quiet">
        {pending && desk.deciding()}
      </span>
    </div>
  );
}
