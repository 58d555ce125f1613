/**
 * The same text with its digits, dashes, spaces and apostrophes in their plainest form, so that one
 * pattern reads “９４３–４７６”, "943-476" and "٩٤٣-٤٧٦". Every offset stays what it was.
 */
export function plain(text: string): string {
  return text
    .replace(/[\u2010-\u2015\u2212\ufe58\ufe63\uff0d]/g, "-")
    .replace(/[\xa0\u2000-\u200a\u202f\u205f\u3000]/g, " ")
    .replace(/[\u2018\u2019\u02bc\u00b4\uff07]/g, "'")
    .replace(/[\uff0b]/g, "+")
    .replace(/[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/g, asciiDigit);
}

/** The zeros of Arabic, Persian, Devanagari, Bengali and full-width digits. */
const zeros = [0x660, 0x6f0, 0x966, 0x9e6, 0xff10];

function asciiDigit(digit: string): string {
  const point = digit.charCodeAt(0);
  return String(point - (zeros.findLast((zero) => zero <= point) ?? point));
}
