import { randomBytes } from "node:crypto";
import net from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withClient, databaseUrl, dropTestDatabase, testAdminUrl } from "#lib/testing/template.ts";
import { checkGivenDatabase } from "#server/given-database.ts";
import { migrate } from "#server/migrate.ts";

const name = `vignette_test_${randomBytes(6).toString("hex")}`;
const url = databaseUrl(testAdminUrl(), name);

function change(parts: Partial<Pick<URL, "password" | "username" | "pathname" | "host">>) {
  return Object.assign(new URL(url), parts).href;
}

/** The sentence, which must never have the password in it. */
async function complaint(address: string): Promise<string> {
  const failure = await checkGivenDatabase(address).then(
    () => null,
    (error: Error) => error,
  );
  const sentence = failure?.message ?? "";
  const { password, username } = new URL(address);
  if (password && password !== username) expect(sentence).not.toContain(password);
  return sentence;
}

beforeAll(() => withClient(testAdminUrl(), (client) => client.query(`CREATE DATABASE ${name}`)));
afterAll(() => dropTestDatabase(testAdminUrl(), name));

describe("the database of DATABASE_URL", () => {
  it("can be empty", async () => {
    expect(await checkGivenDatabase(url)).toMatch(/^1[5-8]\./);
  });

  it("with a wrong password is refused with a sentence", async () => {
    expect(await complaint(change({ password: "hunter2hunter2" }))).toMatch(
      /refused the user .* or the password/,
    );
  });

  it("that does not exist is named", async () => {
    expect(await complaint(change({ pathname: "/no_such_database" }))).toMatch(
      /has no database "no_such_database"/,
    );
  });

  it("where nothing listens is told", async () => {
    expect(await complaint(change({ host: "127.0.0.1:1" }))).toContain(
      "127.0.0.1:1: the connection was refused",
    );
  });

  it("on a host that does not exist is told", async () => {
    expect(await complaint(change({ host: "no-such-host.invalid:5432" }))).toMatch(
      /no-such-host\.invalid:5432 can't be (found|reached)/,
    );
  });

  it("that takes the connection and says nothing is given up within 10 s", async () => {
    const silent = net.createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => silent.once("listening", resolve));
    const { port } = silent.address() as net.AddressInfo;
    const begin = performance.now();
    expect(
      await complaint(change({ host: `127.0.0.1:${port}`, password: "hunter2hunter2" })),
    ).toContain("can't be reached");
    expect(performance.now() - begin).toBeLessThan(10_000);
    silent.close();
  });

  it("that hangs up is told", async () => {
    const rude = net.createServer((socket) => socket.destroy()).listen(0, "127.0.0.1");
    await new Promise((resolve) => rude.once("listening", resolve));
    const { port } = rude.address() as net.AddressInfo;
    expect(
      await complaint(change({ host: `127.0.0.1:${port}`, password: "hunter2hunter2" })),
    ).toContain(`127.0.0.1:${port}`);
    rude.close();
  });

  it("that holds another program's tables is left alone", async () => {
    await withClient(url, (client) => client.query(`CREATE TABLE wp_posts (id int)`));
    expect(await complaint(url)).toContain("holds another program's tables");
    await withClient(url, (client) => client.query(`DROP TABLE wp_posts`));
  });

  it("that is ours already is welcome", async () => {
    await migrate(url);
    expect(await checkGivenDatabase(url)).toMatch(/^1[5-8]\./);
  });

  it("that takes no writes is told", async () => {
    await withClient(url, (client) =>
      client.query(`ALTER DATABASE ${name} SET default_transaction_read_only = on`),
    );
    expect(await complaint(url)).toContain("takes no writes");
  });
});
