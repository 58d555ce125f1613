import type { Metadata } from "next";
import { NothingHere } from "#components/layout/nothing-here.tsx";
import * as layout from "#lib/generated/messages/layout.ts";

export const generateMetadata = (): Metadata => ({
  title: layout.notFound(),
  robots: { index: false, follow: false },
});

export const generateStaticParams = () => [];

/** What server/http.ts sends for everything that is not there; nobody can ask for it by this address. */
export default NothingHere;
