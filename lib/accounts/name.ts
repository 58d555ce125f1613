type Person = { name: string | null; email: string | null };

/** What stands for people who have neither name nor address any more. */
export const standIns = { former: "A former moderator", another: "Another moderator" } as const;

/** How colleagues know someone; `otherwise` of an account that has neither any more. */
export function nameOf({ name, email }: Person, otherwise: string): string {
  return name ?? email ?? otherwise;
}

/** Whether a name could be taken for an address, or for someone who has left. */
export function isMisleading(name: string): boolean {
  const same = (other: string) => other.toLowerCase() === name.toLowerCase();
  return /[@＠﹫]/u.test(name) || Object.values(standIns).some(same);
}
