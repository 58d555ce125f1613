import type { Helpline } from "#lib/content-warnings/helplines.ts";
import * as said from "#lib/generated/messages/helplines.ts";

const dialled = (number: string) => number.replace(/[^\d+]/g, "");
const classes = "inline-flex min-h-target items-center font-medium tabular-nums";

/** How to reach a helpline from the device that one reads on. */
export function HelplineNumbers({ line }: { line: Helpline }) {
  if (!line.phone && !line.text) return null;
  return (
    <p className="flex flex-wrap gap-x-6 text-ui">
      {line.phone && (
        <a href={`tel:${dialled(line.phone)}`} className={classes}>
          {said.callNumber({ number: line.phone })}
        </a>
      )}
      {line.text && (
        <a href={`sms:${dialled(line.text)}`} className={classes}>
          {said.textNumber({ number: line.text })}
        </a>
      )}
    </p>
  );
}
