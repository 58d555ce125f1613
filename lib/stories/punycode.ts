/**
 * How many characters a part of a domain has once it is written in ASCII, as the domain name system
 * wants it (RFC 3492). Only the length is of use here: a part of more than 63 makes no domain.
 * Gives up, with a length above `most`, as soon as it is clear.
 */
export function encodedLength(part: string, most: number): number {
  const pieces = part.split(/[\u3002\uff0e\uff61]/);
  let length = pieces.length - 1;
  for (const piece of pieces) {
    if (length > most) break;
    length += /[\x80-\uffff]/.test(piece) ? encodedPiece(piece, most) : piece.length;
  }
  return length;
}

const BASE = 36;
const T_MIN = 1;
const T_MAX = 26;

function encodedPiece(piece: string, most: number): number {
  const points = Array.from(piece, (character) => character.codePointAt(0) ?? 0);
  const basic = points.filter((point) => point < 128).length;
  let length = "xn--".length + basic + (basic > 0 ? 1 : 0);
  // Every code point takes one character at least.
  if (length + points.length - basic > most) return most + 1;

  let current = 128;
  let delta = 0;
  let bias = 72;
  for (let handled = basic; handled < points.length && length <= most;) {
    const next = Math.min(...points.filter((point) => point >= current));
    delta += (next - current) * (handled + 1);
    current = next;
    for (const point of points) {
      if (point < current) delta++;
      if (point !== current) continue;
      length += digits(delta, bias);
      bias = adapt(delta, { count: handled + 1, first: handled === basic });
      delta = 0;
      handled++;
    }
    delta++;
    current++;
  }
  return length;
}

function digits(delta: number, bias: number): number {
  let count = 1;
  for (let k = BASE; ; k += BASE) {
    const threshold = Math.min(Math.max(k - bias, T_MIN), T_MAX);
    if (delta < threshold) return count;
    delta = Math.floor((delta - threshold) / (BASE - threshold));
    count++;
  }
}

function adapt(delta: number, { count, first }: { count: number; first: boolean }): number {
  delta = Math.floor(delta / (first ? 700 : 2));
  delta += Math.floor(delta / count);
  let k = 0;
  for (; delta > ((BASE - T_MIN) * T_MAX) >> 1; k += BASE)
    delta = Math.floor(delta / (BASE - T_MIN));
  return k + Math.floor(((BASE - T_MIN + 1) * delta) / (delta + 38));
}
