import { ensureTemplate, testAdminUrl } from "#lib/testing/template.ts";

/** Before any integration test: one migration for all. */
export default async function setup() {
  await ensureTemplate(testAdminUrl());
}
