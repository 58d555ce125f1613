/** A field as posted: text, whatever was sent for it; empty when nothing was. */
export function postedText(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
