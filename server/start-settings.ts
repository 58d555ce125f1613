/** What to start with: `.env`, the environment and the flags, with the defaults of this machine. */
import { existsSync } from "node:fs";
import path from "node:path";
import { type Env, readEnv, SettingsError } from "#lib/env.ts";
import { StartFailure } from "#server/failure.ts";
import { root } from "#server/tool.ts";

export type StartSettings = {
  env: Env;
  dev: boolean;
  host: string;
  siteUrl: string;
  /** Absolute. */
  dataFolder: string;
};

export function readStartSettings(flags: string[]): StartSettings {
  const file = path.join(root, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
  const env = validated();
  if (env.DATABASE_URL && !env.AUTH_SECRET) {
    throw new StartFailure(
      "Please set AUTH_SECRET, which signs what sign-in hands out: at least 32 characters that " +
        `nobody can guess. This makes one: node -e "console.log(crypto.randomBytes(32).toString('hex'))"`,
    );
  }
  return {
    env,
    dev: flags.includes("--dev"),
    host: env.HOST ?? (env.DATABASE_URL ? "0.0.0.0" : "127.0.0.1"),
    siteUrl: env.SITE_URL ?? `http://localhost:${env.PORT}`,
    dataFolder: path.resolve(root, env.DATA_DIR),
  };
}

function validated(): Env {
  try {
    return readEnv(process.env);
  } catch (error) {
    throw error instanceof SettingsError ? new StartFailure(error.message) : error;
  }
}

/** What Next, next-auth and `lib/env.ts` are to find. To be called before any of them loads. */
export function publishSettings(
  { dev, siteUrl, dataFolder }: StartSettings,
  secrets: { databaseUrl: string; authSecret: string },
): void {
  Object.assign(process.env, {
    DATABASE_URL: secrets.databaseUrl,
    AUTH_SECRET: secrets.authSecret,
    SITE_URL: siteUrl,
    NEXTAUTH_URL: siteUrl,
    DATA_DIR: dataFolder,
    NODE_ENV: dev ? "development" : "production",
    NEXT_TELEMETRY_DISABLED: "1",
  });
}
