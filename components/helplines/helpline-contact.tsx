import type { ReactNode } from "react";
import type { Helpline } from "#lib/helplines/helpline.ts";
import { callLink, messageLink } from "#lib/helplines/numbers.ts";

type HelplineContactProps = {
  helpline: Pick<Helpline, "phone" | "text" | "textWord" | "chatUrl">;
  /** What stands behind. */
  children?: ReactNode;
};

const classes = "inline-flex min-h-target items-center font-medium tabular-nums";

/** How to reach a helpline from the device that one reads on. */
export function HelplineContact({ helpline, children }: HelplineContactProps) {
  const { phone, text, textWord, chatUrl } = helpline;
  if (!phone && !text && !chatUrl && !children) return null;
  return (
    <p className="flex flex-wrap gap-x-6 text-ui">
      {phone && (
        <a href={callLink(phone)} className={classes}>
          Call {phone}
        </a>
      )}
      {text && (
        <a href={messageLink(text, textWord)} className={classes}>
          <span>
            Text {textWord && <bdi>{textWord}</bdi>} {textWord && "to"} {text}
          </span>
        </a>
      )}
      {chatUrl && (
        <a href={chatUrl} className={classes}>
          Chat online
        </a>
      )}
      {children}
    </p>
  );
}
