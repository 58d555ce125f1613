import type { ReactNode } from "react";
import { FieldError, describedBy } from "#components/forms/field.tsx";

type FieldsetProps = {
  id: string;
  legend: string;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
  children: ReactNode;
};

/** A group of controls that answer one question. */
export function Fieldset({ id, legend, hint, error, className = "", children }: FieldsetProps) {
  return (
    <fieldset
      id={id}
      tabIndex={-1}
      className={`field ${className}`}
      aria-describedby={describedBy(hint !== undefined && `${id}-hint`, error && `${id}-error`)}
    >
      <legend className="field-label">{legend}</legend>
      {hint !== undefined && (
        <div id={`${id}-hint`} className="field-hint">
          {hint}
        </div>
      )}
      {children}
      <FieldError id={id} error={error} />
    </fieldset>
  );
}
