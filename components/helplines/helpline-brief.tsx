import type { ReactNode } from "react";
import { HelplineContact } from "#components/helplines/helpline-contact.tsx";
import type { Helpline } from "#lib/helplines/helpline.ts";

type HelplineBriefProps = {
  helpline: Helpline;
  /** What stands behind the ways to reach it. */
  children?: ReactNode;
};

/** Who a helpline is, when they answer, and how to reach them. */
export function HelplineBrief({ helpline, children }: HelplineBriefProps) {
  const { name, url, hours } = helpline;
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3">
        <a href={url} className="inline-flex min-h-target items-center font-semibold">
          <bdi>{name}</bdi>
        </a>
        {hours && <bdi className="text-small text-quiet">{hours}</bdi>}
      </p>
      <HelplineContact helpline={helpline}>{children}</HelplineContact>
    </>
  );
}
