// `npm start`, `npm run dev` and `npm run demo:clear`, on any Node from 20 and before any package is
// installed: sees to the packages, then hands over to TypeScript on the project's own Node.

import { become, checkNode, install, orExplain, projectNode } from "./install.mjs";

const flags = process.argv.slice(2);

await orExplain(async () => {
  checkNode();
  await install();
  const node = projectNode();
  if (flags.includes("--demo-clear")) {
    become(node, ["--conditions=react-server", "server/demo-clear.ts"]);
  } else {
    become(node, ["server.ts", ...flags]);
  }
});
