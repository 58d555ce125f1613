type Person = { name: string | null; email: string | null };

/** How colleagues know someone; `otherwise` of an account that has neither any more. */
export function nameOf({ name, email }: Person, otherwise: string): string {
  return name ?? email ?? otherwise;
}
