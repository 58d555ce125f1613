import { EventEmitter, once } from "node:events";
import { type IncomingMessage, type ServerResponse, createServer } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterEach, expect, test, vi } from "vitest";
import { untilNext } from "#server/turns.ts";

afterEach(() => void vi.useRealTimers());

class Answer extends EventEmitter {
  closed = false;
  close() {
    this.closed = true;
    this.emit("close");
  }
}

const settle = () => new Promise(setImmediate);

function ask(method: string, url: string) {
  const res = new Answer();
  const asked = { res, begun: false };
  void untilNext(
    { method, url, headers: {} } as IncomingMessage,
    res as unknown as ServerResponse,
  ).then(() => (asked.begun = true));
  return asked;
}

test("thirty hearts at a time; each answer, and each client that leaves, makes room", async () => {
  const hearts = Array.from({ length: 35 }, () => ask("POST", "/api/hearts/Ab3dEf6hIj9k"));
  const begun = () => hearts.filter((heart) => heart.begun).length;
  await settle();
  expect(begun()).toBe(30);
  hearts[30]?.res.close(); // left while it waited
  hearts[3]?.res.close();
  await settle();
  expect(begun()).toBe(32);
  for (const { res } of hearts) res.close();
  await settle();
  expect(begun()).toBe(35);
});

test("nothing else waits", async () => {
  const hearts = Array.from({ length: 40 }, () => ask("POST", "/api/hearts/Ab3dEf6hIj9k"));
  const others = [ask("GET", "/"), ask("GET", "/api/hearts/Ab3dEf6hIj9k"), ask("POST", "/share")];
  await settle();
  expect(others.map(({ begun }) => begun)).toEqual([true, true, true]);
  for (const { res } of hearts) res.close();
  await settle();
});

test("a heart that never comes to its end holds its turn for half a second", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
  const slow = Array.from({ length: 31 }, () => ask("POST", "/api/hearts/Ab3dEf6hIj9k"));
  await settle();
  expect(slow.filter(({ begun }) => begun)).toHaveLength(30);
  await vi.advanceTimersByTimeAsync(500);
  await settle();
  expect(slow.filter(({ begun }) => begun)).toHaveLength(31);
  for (const { res } of slow) res.close();
});

test("hearts that have not arrived hold up nobody, and arrive whole", async () => {
  const server = createServer((req, res) => {
    void untilNext(req, res).then(() => {
      // As Next reads it.
      let body = "";
      req.setEncoding("utf8").on("data", (part: string) => (body += part));
      req.on("end", () => res.end(body));
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  const send = (body: string) => {
    const socket = connect(port, "127.0.0.1");
    const head = `POST /api/hearts/Ab3dEf6hIj9k HTTP/1.1\r\nHost: here\r\nConnection: close\r\n`;
    socket.write(`${head}Content-Length: 8\r\n\r\n${body}`);
    return { socket, answer: text(socket).catch(String) };
  };
  const slow = await Promise.all(
    Array.from({ length: 40 }, async () => {
      const asked = once(server, "request");
      const sending = send("hea");
      await asked;
      return sending;
    }),
  );
  const [left] = slow.splice(0, 1);
  left?.socket.destroy();
  expect(await send("heart=on").answer).toMatch(/^HTTP\/1.1 200.*heart=on$/s);
  for (const { socket } of slow) socket.write("rt=on");
  for (const { answer } of slow) expect(await answer).toMatch(/^HTTP\/1.1 200.*heart=on$/s);
  server.close();
});
