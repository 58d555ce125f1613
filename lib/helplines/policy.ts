/** A helpline that nobody has compared with its source for more than so many days is asked about. */
export const OLD_AFTER_DAYS = 365;

export function isHelplineId(value: string): boolean {
  return /^[\w-]{1,40}$/.test(value);
}
