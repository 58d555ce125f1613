"use client";

import { useState, useSyncExternalStore } from "react";
import { Button } from "#components/ui/button.tsx";

type CopyButtonProps = { text: string; label: string; done: string };

const never = () => () => undefined;

/** Appears where copying works: not without JavaScript, not on an insecure origin. */
export function CopyButton({ text, label, done }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  const works = useSyncExternalStore(
    never,
    () => "clipboard" in navigator,
    () => false,
  );
  if (!works) return null;
  const copy = () => navigator.clipboard.writeText(text).then(() => setCopied(true));
  return (
    <>
      <Button type="button" tone="quiet" onClick={() => void copy().catch(() => undefined)}>
        {copied ? done : label}
      </Button>
      <span aria-live="polite" className="sr-only">
        {copied && done}
      </span>
    </>
  );
}
