import net from "node:net";
import { errorCode, StartFailure } from "#server/failure.ts";

/** Tries the port before the long work, so that a taken one is told at once. */
export async function checkPort(port: number, host: string): Promise<void> {
  const server = net.createServer();
  try {
    await new Promise((resolve, reject) => {
      server.once("error", reject).once("listening", () => resolve(null));
      server.listen({ port, host, exclusive: true });
    });
  } catch (error) {
    throw portFailure(error, { port, host });
  }
  await new Promise((resolve) => server.close(resolve));
}

/** The sentence for an error of `listen`; the error itself when it is about something else. */
export function portFailure(
  error: unknown,
  { port, host }: { port: number; host: string },
): unknown {
  const other = `PORT=${port === 65_535 ? 3000 : port + 1} npm start`;
  switch (errorCode(error)) {
    case "EADDRINUSE":
      return new StartFailure(
        `Port ${port} is already in use by another program. Stop that one, or choose another port: ${other}`,
      );
    case "EACCES":
      return new StartFailure(
        `Your user may not listen on port ${port}. Choose a port from 1024 up: PORT=3000 npm start`,
      );
    case "EADDRNOTAVAIL":
    case "ENOTFOUND":
    case "EAI_AGAIN":
      return new StartFailure(
        `HOST is ${host}, and this machine has no such address. Set HOST to 127.0.0.1, or to 0.0.0.0 for all addresses.`,
      );
    default:
      return error;
  }
}
