import type { WarningSlug } from "#lib/content-warnings/list.ts";
import * as said from "#lib/generated/messages/warnings.ts";
import { localized } from "#lib/locale.ts";

type ChooseLinkProps = {
  /** The first of a story's: what the reader came for is in sight, among all that can be chosen. */
  warning: WarningSlug | undefined;
  className?: string;
};

/** From a gate to where its reader chooses what warnings do. */
export function ChooseLink({ warning, className }: ChooseLinkProps) {
  const row = warning ? `#${warning}` : "";
  return (
    <a href={localized(`/content-warnings${row}`)} className={className}>
      {said.choose()}
    </a>
  );
}
