import * as choices from "#lib/generated/messages/choices.ts";

/** Shown once something is chosen: what the three words mean. */
export function IntensityHint() {
  return (
    <p className="intensity-hint mt-3 text-small text-quiet">
      {choices.intensityHint({ b: (word) => <b className="font-medium text-ink">{word}</b> })}
    </p>
  );
}
