/** A number as it is read out, and what a telephone makes of it. */
import * as messages from "#lib/generated/messages/helplines.ts";

const written = /^[+(]?\d[\d ().-]{1,28}$/;
const digitsOf = (number: string) => number.replace(/\D/g, "");

/** A sentence for whoever typed it, or null. Short numbers are numbers too. */
export function numberProblem(number: string): string | null {
  const count = digitsOf(number).length;
  if (!written.test(number) || count < 2 || count > 15) {
    return messages.inDigits();
  }
  // Dialled from abroad, the zero would be one too many.
  if (/^\+.*\(0\)/.test(number)) return messages.noZero();
  return null;
}

const dialled = (number: string) => (number.startsWith("+") ? "+" : "") + digitsOf(number);

export function callLink(number: string): string {
  return `tel:${dialled(number)}`;
}

/** With the first message written already, where one is asked for (RFC 5724). */
export function messageLink(number: string, word?: string): string {
  return `sms:${dialled(number)}${word ? `?body=${encodeURIComponent(word)}` : ""}`;
}
