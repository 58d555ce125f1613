import net from "node:net";
import { expect, it } from "vitest";
import { checkPort } from "#server/port.ts";

it("a taken port is told with its number and a way out", async () => {
  const taken = net.createServer().listen(0, "127.0.0.1");
  await new Promise((resolve) => taken.once("listening", resolve));
  const { port } = taken.address() as net.AddressInfo;
  await expect(checkPort(port, "127.0.0.1")).rejects.toThrow(
    new RegExp(`^Port ${port} is already in use.*PORT=${port + 1} npm start$`),
  );
  await new Promise((resolve) => taken.close(resolve));
  await expect(checkPort(port, "127.0.0.1")).resolves.toBeUndefined();
});

it("an address that is not this machine's is told", async () => {
  await expect(checkPort(0, "192.0.2.1")).rejects.toThrow("HOST is 192.0.2.1");
});
