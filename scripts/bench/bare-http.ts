/** Node's bare http serving recorded bodies: the least that an answer can cost here. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";

type Recorded = { url: string; type: string; encoding?: string; body: string };

const recorded = JSON.parse(readFileSync(process.env.BODIES ?? "", "utf8")) as Recorded[];
const bodies = new Map(
  recorded.map(({ url, type, encoding, body }) => {
    const bytes = Buffer.from(body, "base64");
    const headers = {
      "Content-Type": type,
      "Content-Length": bytes.length,
      ...(encoding ? { "Content-Encoding": encoding } : {}),
    };
    return [url, { bytes, headers }] as const;
  }),
);

const server = createServer((req, res) => {
  const found = bodies.get(req.url ?? "");
  if (!found) {
    res.writeHead(404).end();
    return;
  }
  res.writeHead(200, found.headers).end(found.bytes);
});
server.listen(Number(process.env.PORT), "127.0.0.1");
process.on("SIGTERM", () => {
  server.closeAllConnections();
  server.close();
});
