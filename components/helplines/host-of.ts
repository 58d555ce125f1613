/** What an address is known by. */
export function hostOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, "");
}
