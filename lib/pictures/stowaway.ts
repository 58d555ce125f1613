/**
 * Whether a picture is something else at the same time: an archive, a document, a page or a script
 * that another program would open. What phones put behind or inside a picture (a short video, a
 * gain map, their maker's notes, XMP) is none of these. None of it would be kept either way, as
 * pictures are encoded anew; but who sends such a file means no picture.
 *
 * Each sign is long enough, or checked well enough, to turn up by chance in fewer than one picture
 * of 10 MB in ten thousand.
 */
import type { Format } from "#lib/pictures/container.ts";

/** As the message about it names them. */
type Stowaway = "pdf" | "rar" | "sevenZip" | "program" | "page" | "script" | "zip" | "tar";

const signs: [RegExp, Stowaway][] = [
  [/%PDF-\d/, "pdf"],
  [/Rar!\x1a\x07/, "rar"],
  [/7z\xbc\xaf\x27\x1c/, "sevenZip"],
  [/<\?php\s|__HALT_COMPILER\(/i, "program"],
  [/<(?:script|iframe|html|!doctype html)[\s>/]/i, "page"],
];
const anySign = new RegExp(signs.map(([sign]) => sign.source).join("|"), "i");

/** What else the file is; null when it is a picture only. */
export function findStowaway(format: Format, bytes: Buffer): Stowaway | null {
  const text = bytes.toString("latin1");
  if (opensComment(format, bytes)) return "script";
  if (holdsZip(bytes, text)) return "zip";
  if (text.startsWith("ustar", 257)) return "tar";
  const found = anySign.exec(text)?.[0];
  return found === undefined ? null : (signs.find(([sign]) => sign.test(found))?.[1] ?? null);
}

/**
 * A length that spells the beginning of a comment makes the first bytes a valid line of JavaScript:
 * `RIFF /*` or, in Latin-1, `ÿØÿà/*`. A JFIF header has 16 bytes, never so many.
 */
function opensComment(format: Format, bytes: Buffer): boolean {
  // Exif of exactly that length is the likelier thing; it says its name.
  if (format === "jpeg" && bytes.toString("latin1", 6, 10) === "Exif") return false;
  return format !== "png" && /\/[*/]/.test(bytes.toString("latin1", 4, format === "jpeg" ? 6 : 7));
}

const zipRecord = /PK(?:\x01\x02|\x03\x04|\x05\x06)/g;

/**
 * Any of the three records that an archive is read by, wherever it is: programs look from the end,
 * or all through. Four bytes alone would turn up by chance, so what they say must hold too.
 */
function holdsZip(bytes: Buffer, text: string): boolean {
  let seen = 0;
  for (const { 0: signature, index: at } of text.matchAll(zipRecord)) {
    if (at + 22 > bytes.length) continue;
    if (signature.endsWith("\x06") && isEndOfDirectory(bytes, at)) return true;
    if (signature.endsWith("\x04") && isEntry(bytes, at + 4)) return true;
    if (signature.endsWith("\x02") && isEntry(bytes, at + 6)) return true;
    // By chance there is one of them in hundreds of pictures.
    if ((seen += 1) === 100) return true;
  }
  return false;
}

function isEndOfDirectory(bytes: Buffer, at: number): boolean {
  const size = bytes.readUInt32LE(at + 12);
  const offset = bytes.readUInt32LE(at + 16);
  const inAnother = size === 0xffffffff || offset === 0xffffffff;
  return inAnother || size + offset <= at;
}

/** Store, deflate and the rest that the format knows. */
const zipMethods = new Set([0, 1, 6, 8, 9, 12, 14, 20, 93, 95, 96, 97, 98, 99]);

/** From the version that is needed to open the entry. */
function isEntry(bytes: Buffer, at: number): boolean {
  return bytes.readUInt8(at) <= 63 && zipMethods.has(bytes.readUInt16LE(at + 4));
}
