import type { ReactNode } from "react";

/** What a control needs to be tied to its hint and its error. */
export type FieldAria = {
  id: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
};

type FieldProps = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | undefined;
  className?: string;
  children: (aria: FieldAria) => ReactNode;
};

/** Ties together what describes a control; the order is the order it is read in. */
export function describedBy(...ids: (string | false | undefined)[]): string | undefined {
  return ids.filter(Boolean).join(" ") || undefined;
}

/** A control with its label, hint and error. The control is made by `children`. */
export function Field({ id, label, hint, error, className = "", children }: FieldProps) {
  const description = describedBy(hint !== undefined && `${id}-hint`, error && `${id}-error`);
  return (
    <div className={`field ${className}`}>
      <label htmlFor={id} className="field-label">
        {label}
      </label>
      {hint !== undefined && (
        <p id={`${id}-hint`} className="field-hint">
          {hint}
        </p>
      )}
      {children({
        id,
        ...(description ? { "aria-describedby": description } : {}),
        ...(error ? { "aria-invalid": true } : {}),
      })}
      <FieldError id={id} error={error} />
    </div>
  );
}

export function FieldError({ id, error }: { id: string; error?: string | undefined }) {
  if (!error) return null;
  return (
    <p id={`${id}-error`} className="field-error">
      {error}
    </p>
  );
}
