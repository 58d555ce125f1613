import type { ReactNode } from "react";
import { ChooseLink } from "#components/content-warnings/choose-link.tsx";
import { tokensOf } from "#lib/content-warnings/choices.ts";
import type { ContentWarning } from "#lib/content-warnings/list.ts";
import * as said from "#lib/generated/messages/warnings.ts";
import { gateSentence } from "#lib/stories/gate.ts";

/** Where readers meet a story: among others, or on its own page. */
export type ReadersPlace = "list" | "page";

type WarningGateProps = {
  warnings: readonly ContentWarning[];
  /** Where readers' reports put it behind a gate. */
  gated?: boolean | undefined;
  /** Where their choices count. Moderators and storytellers always meet the gate. */
  place?: ReadersPlace | undefined;
  children: ReactNode;
};

/** What stands with the label of a story that the reader chose not to see. */
const leftOut: Record<ReadersPlace, () => string> = {
  list: said.leftOut,
  page: said.leftOutHere,
};

/**
 * Stands between a reader and warned words, and says what they contain; or that readers reported
 * them. Without either, nothing does. The page is the same for everyone: what a reader chose is
 * applied to it on their device (lib/content-warnings/apply-choices.ts).
 */
export function WarningGate({ warnings, gated, place, children }: WarningGateProps) {
  const sentence = gateSentence({ warnings, gated });
  if (sentence === null) return children;
  const tokens = place ? tokensOf({ warnings, gated }) : "";
  const choosable = place && tokens !== "";
  return (
    <>
      <details
        className={place === "page" ? "gate gate-page" : "gate"}
        data-warnings={tokens || undefined}
        // By the time that React looks, a choice may have opened it.
        suppressHydrationWarning
      >
        <summary>
          {choosable && <span className="gate-left">{`${leftOut[place]()} `}</span>}
          <span className="gate-label">{sentence}</span>{" "}
          <span className="gate-act gate-show">{said.show()}</span>
          <span className="gate-act gate-hide">{said.hide()}</span>
        </summary>
        {/* Search engines show of a page what they like, but for this. */}
        {place ? <div data-nosnippet="">{children}</div> : children}
      </details>
      {choosable && <ChooseLink warning={warnings[0]?.warning} className="gate-choose" />}
    </>
  );
}
