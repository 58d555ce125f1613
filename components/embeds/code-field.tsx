import type { ReactNode } from "react";
import { TextArea } from "#components/forms/controls.tsx";
import { CopyButton } from "#components/ui/copy-button.tsx";
import * as embeds from "#lib/generated/messages/embeds.ts";

type CodeFieldProps = {
  id: string;
  label: string;
  code: string;
  /** How many lines are seen at once. */
  rows: number;
  /** What it does. */
  children: ReactNode;
};

/** Code to copy, as it is, and a button that copies it. */
export function CodeField({ id, label, code, rows, children }: CodeFieldProps) {
  return (
    <section className="embed-way">
      <h2>
        <label htmlFor={id}>{label}</label>
      </h2>
      <p id={`${id}-hint`}>{children}</p>
      <TextArea
        id={id}
        className="embed-code"
        aria-describedby={`${id}-hint`}
        readOnly
        dir="ltr"
        spellCheck={false}
        rows={rows}
        defaultValue={code}
      />
      <CopyButton text={code} label={embeds.copyCode()} done={embeds.copied()} />
    </section>
  );
}
