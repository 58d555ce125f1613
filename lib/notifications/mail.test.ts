import { mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

let folder: string;
let printed: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "mail-"));
  printed = "";
  vi.spyOn(process.stdout, "write").mockImplementation((chunk) => {
    printed += String(chunk);
    return true;
  });
  vi.stubEnv("SITE_URL", "https://stories.example");
  vi.stubEnv("DATA_DIR", folder);
  vi.stubEnv("LOG_LEVEL", "silent");
  vi.stubEnv("SMTP_URL", "");
  vi.resetModules();
});

afterEach(async () => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true });
});

const link = `https://stories.example/sign-in/confirm?token=${"t".repeat(43)}&email=ada%40example.org`;

const mail = {
  to: "ada@example.org",
  subject: "Your link",
  text: `Hello,\n\n${link}\n\nLet\u2019s go.`,
  html: "<p>Hello</p>",
};

async function send(message = mail) {
  const { sendMail } = await import("#lib/notifications/mail.ts");
  await sendMail(message);
}

async function kept(): Promise<string[]> {
  const files = await readdir(path.join(folder, "mail"));
  return Promise.all(files.sort().map((file) => readFile(path.join(folder, "mail", file), "utf8")));
}

test("without a mail server, mail is shown in words and kept for its owner only", async () => {
  await send();
  expect(printed).toContain("Mail to ada@example.org: Your link");
  expect(printed).toContain(`${link}\n`);
  const [file = ""] = await readdir(path.join(folder, "mail"));
  expect(file).toMatch(/^\d{4}-\d\d-\d\dT[\d-]+Z-[0-9a-f]{8}\.eml$/);
  expect((await stat(path.join(folder, "mail", file))).mode & 0o777).toBe(0o600);
  expect((await stat(path.join(folder, "mail"))).mode & 0o777).toBe(0o700);
});

test("what is kept is a whole mail with both parts", async () => {
  await send();
  const [eml = ""] = await kept();
  expect(eml).toMatch(/^From: Vignette <no-reply@stories\.example>\r$/m);
  expect(eml).toMatch(/^To: ada@example\.org\r$/m);
  expect(eml).toMatch(/^Subject: Your link\r$/m);
  expect(eml).toContain("multipart/alternative");
  expect(eml).toContain("text/plain");
  expect(eml).toContain("text/html");
  // In plain sight, for whoever opens the file in an editor.
  expect(eml.split("\r\n")).toContain(link);
});

test("twenty mails at once are twenty files", async () => {
  await Promise.all(Array.from({ length: 20 }, () => send()));
  expect(await kept()).toHaveLength(20);
});

test("no part of a mail becomes a header, nor a second recipient", async () => {
  vi.stubEnv("SITE_NAME", "Vignette\r\nBcc: eve@example.org");
  vi.resetModules();
  await send({
    ...mail,
    to: "ada@example.org\r\nBcc: eve@example.org",
    subject: "Hello\r\nBcc: eve@example.org\r\n\r\nWords",
  });
  await send({ ...mail, to: "ada@example.org, eve@example.org" });
  for (const eml of await kept()) {
    const [head = ""] = eml.split("\r\n\r\n");
    expect(head).not.toMatch(/^bcc:/im);
    expect(head.match(/^to:/gim)).toHaveLength(1);
    expect(head).not.toMatch(/^To:.*[^"]ada@example\.org, eve@example\.org/m);
  }
});

test("what is printed moves no cursor", async () => {
  await send({ ...mail, subject: "a\u001b[2Jb", text: "c\u001b[2Jd" });
  expect(printed).not.toContain("\u001b");
});

test("a folder that can't be written is an error of ours", async () => {
  await writeFile(path.join(folder, "mail"), "in the way");
  await expect(send()).rejects.toThrow("Mail could not be sent (EEXIST).");
});

/** Enough of SMTP to take a mail in, or to refuse it. */
function mailServer(answerToRecipient: string) {
  const received: string[] = [];
  const server = createServer((socket) => {
    let inData = false;
    socket.write("220 test\r\n");
    socket.on("error", () => undefined);
    socket.on("data", (chunk) => {
      const said = chunk.toString();
      received.push(said);
      if (inData) {
        if (!said.endsWith("\r\n.\r\n")) return;
        inData = false;
        return socket.write("250 taken\r\n");
      }
      if (said.startsWith("RCPT")) return socket.write(`${answerToRecipient}\r\n`);
      if (said.startsWith("DATA")) {
        inData = true;
        return socket.write("354 go on\r\n");
      }
      if (said.startsWith("QUIT")) return socket.end("221 bye\r\n");
      return socket.write("250 yes\r\n");
    });
  });
  return new Promise<{ port: number; received: string[]; close: () => void }>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      resolve({ port, received, close: () => server.close() });
    });
  });
}

test("with a mail server, mail goes there and nowhere else", async () => {
  const server = await mailServer("250 yes");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${server.port}`);
  vi.stubEnv("MAIL_FROM", "Stories <stories@stories.example>");
  await send();
  server.close();
  const said = server.received.join("");
  expect(said).toContain("MAIL FROM:<stories@stories.example>");
  expect(said).toContain("RCPT TO:<ada@example.org>");
  expect(said).toContain("Auto-Submitted: auto-generated");
  expect(printed).toBe("");
  expect(await readdir(folder)).toEqual([]);
});

test("a mail that can be stopped says how, and is known again by its Message-ID", async () => {
  const stopUrl = "https://stories.example/api/stop-mail/abc";
  await send({ ...mail, messageId: "<1@stories.example>", stopUrl } as typeof mail);
  await send();
  const [first = "", second = ""] = (await kept()).sort((a, b) => b.length - a.length);
  expect(first).toMatch(/^Message-ID: <1@stories\.example>\r$/m);
  expect(first).toMatch(/^List-Unsubscribe: <https:\/\/stories\.example\/api\/stop-mail\/abc>\r$/m);
  expect(first).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r$/m);
  expect(second).toMatch(/^Message-ID: <[^<>\s]+@stories\.example>\r$/m);
  expect(second).not.toContain("List-Unsubscribe");
});

test.each([
  ["550 no such mailbox", true],
  ["450 try again later", false],
])("a recipient answered with %s is refused: %s", async (answer, refused) => {
  const server = await mailServer(answer);
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${server.port}`);
  await expect(send()).rejects.toMatchObject({ code: "EENVELOPE", refused });
  server.close();
});

test("a refusal says neither to whom nor with what secret", async () => {
  const server = await mailServer("550 ada@example.org is unknown here");
  vi.stubEnv("SMTP_URL", `smtp://127.0.0.1:${server.port}`);
  await expect(send()).rejects.toThrow("Mail could not be sent (EENVELOPE).");
  server.close();
});

test("a mail server that is not there is an error soon, without its address", async () => {
  vi.stubEnv("SMTP_URL", "smtp://ada:pass-word@127.0.0.1:1");
  await expect(send()).rejects.toThrow(/^Mail could not be sent \(E[A-Z]+\)\.$/);
});
