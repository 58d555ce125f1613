import { type Locale, currentLocale } from "#lib/locale.ts";

type Person = { name: string | null; email: string | null };

/** In all languages at once: in none of them may anybody be called so. */
const words = {
  former: { en: "A former moderator", es: "Alguien que moderó aquí" },
  another: { en: "Another moderator", es: "Otra persona de moderación" },
} satisfies Record<string, Record<Locale, string>>;

/** What stands for people who have neither name nor address any more. */
export const standIns = {
  get former() {
    return words.former[currentLocale()];
  },
  get another() {
    return words.another[currentLocale()];
  },
};

/** How colleagues know someone; `otherwise` of an account that has neither any more. */
export function nameOf({ name, email }: Person, otherwise: string): string {
  return name ?? email ?? otherwise;
}

/** Whether a name could be taken for an address, or for someone who has left. */
export function isMisleading(name: string): boolean {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  return (
    /[@＠﹫]/u.test(name) || Object.values(words).some((each) => Object.values(each).some(same))
  );
}
