"use client";

import type { ComponentProps } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "#components/ui/button.tsx";

type SubmitButtonProps = ComponentProps<typeof Button> & {
  /** While the form is on its way. Where the form's own status doesn't know, it is passed in. */
  pending?: boolean;
  pendingLabel: string;
};

/** Shows that the form is being sent. Stays pressable, so that focus and its name stay too. */
export function SubmitButton({ pending, pendingLabel, children, ...rest }: SubmitButtonProps) {
  const status = useFormStatus();
  const busy = pending ?? status.pending;
  return (
    <Button aria-busy={busy || undefined} {...rest}>
      {busy ? pendingLabel : children}
    </Button>
  );
}
