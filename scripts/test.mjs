// `npm test`, on any Node from 20 and before any package is installed: sees to the packages, then
// hands over to TypeScript on the project's own Node. `… integration` and `… e2e` run only those.

import { become, checkNode, install, orExplain, projectNode } from "./install.mjs";

await orExplain(async () => {
  checkNode();
  await install();
  become(projectNode(), ["scripts/test/run.ts", ...process.argv.slice(2)]);
});
