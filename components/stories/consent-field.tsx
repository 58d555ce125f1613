import { FieldError } from "#components/forms/field.tsx";
import * as submit from "#lib/generated/messages/submit.ts";

type ConsentFieldProps = {
  defaultChecked: boolean;
  error?: string | undefined;
  register: (name: string) => object;
};

export function ConsentField({ defaultChecked, error, register }: ConsentFieldProps) {
  return (
    <div className="field">
      <div className="check">
        <input
          type="checkbox"
          id="consent"
          {...register("consent")}
          value="yes"
          defaultChecked={defaultChecked}
          aria-required="true"
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? "consent-error" : undefined}
        />
        <label htmlFor="consent">{submit.consent()}</label>
      </div>
      <FieldError id="consent" error={error} />
    </div>
  );
}
