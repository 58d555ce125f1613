/** Shown once something is chosen: what the three words mean. */
export function IntensityHint() {
  return (
    <p className="intensity-hint mt-3 text-small text-quiet">
      <b className="font-medium text-ink">Mentioned</b>: in passing.{" "}
      <b className="font-medium text-ink">Described</b>: the story tells of it.{" "}
      <b className="font-medium text-ink">Graphic</b>: in detail that is hard to read.
    </p>
  );
}
