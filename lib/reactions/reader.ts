import "server-only";
import { cookies } from "next/headers";
import { readReaderCookie, readerCookie } from "#lib/reactions/reader-cookie.ts";

/** The reader whose device asks; null when it has given no heart yet, or its cookie is not ours. */
export async function getReader(): Promise<string | null> {
  return readReaderCookie((await cookies()).get(readerCookie().name)?.value);
}
