import type { ReactNode } from "react";
import * as said from "#lib/generated/messages/helplines.ts";
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
          {said.callNumber({ number: phone })}
        </a>
      )}
      {text && (
        <a href={messageLink(text, textWord)} className={classes}>
          <span>
            {textWord
              ? said.textWord({ word: () => <bdi>{textWord}</bdi>, number: text })
              : said.textNumber({ number: text })}
          </span>
        </a>
      )}
      {chatUrl && (
        <a href={chatUrl} className={classes}>
          {said.chatOnline()}
        </a>
      )}
      {children}
    </p>
  );
}
