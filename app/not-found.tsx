import type { Metadata } from "next";
import { NothingHere } from "#components/layout/nothing-here.tsx";
import * as layout from "#lib/generated/messages/layout.ts";

export const generateMetadata = (): Metadata => ({ title: layout.notFound() });

export default NothingHere;
