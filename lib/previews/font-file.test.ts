import { deflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { readCharacters, unpackWoff } from "#lib/previews/font-file.ts";

/** A table of characters: A to C by segments, 月 and 🌙 by groups. */
function characterMap(): Buffer {
  const words = (...values: number[]) => values.flatMap((value) => [value >> 8, value & 255]);
  const long = (...values: number[]) =>
    values.flatMap((value) => words(Math.floor(value / 65_536), value & 65_535));
  const segments = words(4, 32, 0, 4, 0, 0, 0, 0x43, 0xffff, 0, 0x41, 0xffff, 0, 1, 0, 0);
  const groups = [...words(12, 0), ...long(40, 0, 2, 0x6708, 0x6708, 1, 0x1f319, 0x1f319, 2)];
  const entries = [...words(0, 3), ...long(20), ...words(3, 10), ...long(20 + segments.length)];
  return Buffer.from([...words(0, 2), ...entries, ...segments, ...groups]);
}

/** A packed font of these tables. */
function pack(tables: Record<string, Buffer>): Buffer {
  const names = Object.keys(tables);
  const head = Buffer.alloc(44 + 20 * names.length);
  head.write("wOFF\0\x01\0\0", "latin1");
  head.writeUInt16BE(names.length, 12);
  const parts: Buffer[] = [head];
  names.forEach((name, index) => {
    const data = tables[name] ?? Buffer.alloc(0);
    const deflated = deflateSync(data);
    const stored = deflated.length < data.length ? deflated : data;
    const at = 44 + 20 * index;
    head.write(name, at, "latin1");
    const offset = parts.reduce((sum, part) => sum + part.length, 0);
    [offset, stored.length, data.length, 7].forEach((value, field) =>
      head.writeUInt32BE(value, at + 4 + 4 * field),
    );
    parts.push(stored);
  });
  return Buffer.concat(parts);
}

const tables = { "SVG ": Buffer.alloc(900, "x"), cmap: characterMap(), glyf: Buffer.alloc(501, 9) };

test("a font is unpacked, without what is not needed", async () => {
  const font = await unpackWoff(pack(tables), new Set(["SVG "]));
  expect(font.subarray(0, 12).toString("hex")).toBe("000100000002002000010000");
  expect([12, 28].map((at) => font.toString("latin1", at, at + 4))).toEqual(["cmap", "glyf"]);
  for (const [at, data] of [
    [12, tables.cmap],
    [28, tables.glyf],
  ] as const) {
    const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    expect(offset % 4).toBe(0);
    expect(font.subarray(offset, offset + length)).toEqual(data);
  }
});

test("which characters it has is read of a packed font and of one that is not", async () => {
  const packed = pack(tables);
  for (const font of [packed, await unpackWoff(packed, new Set())]) {
    const found = new Set<number>();
    await readCharacters(font, found);
    expect(String.fromCodePoint(...found)).toBe("ABC月🌙");
  }
});

test("what is no packed font is refused", async () => {
  await expect(unpackWoff(Buffer.from("wOF2 and more"), new Set())).rejects.toThrow(TypeError);
});
