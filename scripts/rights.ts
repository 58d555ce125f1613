/** `npm run rights`: writes docs/rights.md. A test fails while it says something else. */
import { writeFileSync } from "node:fs";
import { rightsDocument } from "#lib/accounts/rights-document.ts";

writeFileSync(new URL("../docs/rights.md", import.meta.url), rightsDocument());
