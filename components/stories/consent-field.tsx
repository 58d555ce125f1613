import { FieldError } from "#components/forms/field.tsx";

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
        <label htmlFor="consent">
          It is true, it is mine to tell, and it may appear on this site. I can withdraw it at any
          time.
        </label>
      </div>
      <FieldError id="consent" error={error} />
    </div>
  );
}
