import "server-only";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { tellHeight } from "#lib/embeds/frame-script.ts";
import { accentVariants } from "#lib/site/accent.ts";
import { siteSettings } from "#lib/site/settings.ts";

type FrameFile = { type: string; bytes: Buffer };

/** What the frames of this site need besides themselves. */
export type FrameFiles = {
  /** By name, which is made of what is in it. */
  files: ReadonlyMap<string, FrameFile>;
  styleSheet: string;
  script: string;
};

const types = {
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  woff2: "font/woff2",
};

let made: Promise<FrameFiles> | undefined;

/** Made when first asked for. After a failure the next who asks tries again. */
export function frameFiles(): Promise<FrameFiles> {
  made ??= make().catch((error: unknown) => {
    made = undefined;
    throw error;
  });
  return made;
}

async function make(): Promise<FrameFiles> {
  const files = new Map<string, FrameFile>();
  const add = (bytes: Buffer, extension: keyof typeof types) => {
    const name = `${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}.${extension}`;
    files.set(name, { type: types[extension], bytes });
    return name;
  };
  let css = String(await readFile(within("lib/embeds/frame.css")));
  for (const [url, font = ""] of css.matchAll(/url\("([^"]+)"\)/g)) {
    const bytes = await readFile(within(path.join("node_modules", font)));
    css = css.replace(url, `url("${add(bytes, "woff2")}")`);
  }
  const { accent } = siteSettings();
  if (accent) {
    const { light, dark } = accentVariants(accent);
    css += `:root{--color-thread:light-dark(${light},${dark})}\n`;
  }
  const styleSheet = add(Buffer.from(css), "css");
  const script = add(Buffer.from(`(${tellHeight.toString()})()`), "js");
  return { files, styleSheet, script };
}

function within(file: string): string {
  return path.join(/* turbopackIgnore: true */ process.cwd(), file);
}
