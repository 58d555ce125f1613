/** In characters. With a picture, far more could be posted; no field of ours is nearly as long. */
const LONGEST_FIELD = 100_000;

/** A field as posted: text, whatever was sent for it; empty when nothing was. */
export function postedText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.slice(0, LONGEST_FIELD) : "";
}
