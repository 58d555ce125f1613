/** How many nobody has checked for more than a year, as the desk and the mail say it. */
export function oldSentence(count: number): string {
  return count === 1
    ? "1 helpline was last checked over a year ago"
    : `${count} helplines were last checked over a year ago`;
}
