/**
 * Every setting, validated once, when the process starts. `.env.example` lists them with their
 * defaults. A value that does not fit stops the start with one sentence for each.
 */
import ipaddr from "ipaddr.js";
import { z } from "zod";

const flagless = z.string().trim().min(1).optional();

/** A whole number within bounds, or one sentence that names them. */
function whole(name: string, [least, most]: [number, number]) {
  const error = `${name} must be a whole number from ${least} to ${most}.`;
  return z.coerce.number({ error }).int({ error }).min(least, { error }).max(most, { error });
}

const logLevels = ["fatal", "error", "warn", "info", "debug", "trace", "silent"] as const;

const siteUrl = z
  .url({ protocol: /^https?$/, error: "SITE_URL must be an http or https address." })
  .transform((url) => new URL(url).origin);

/** Without the prefix, which may be left out. */
const objectStore = [
  "S3_ENDPOINT",
  "S3_REGION",
  "S3_BUCKET",
  "S3_ACCESS_KEY_ID",
  "S3_SECRET_ACCESS_KEY",
] as const;

const schema = z
  .object({
    NODE_ENV: z.enum(["development", "production", "test"]).default("production"),
    PORT: whole("PORT", [1, 65_535]).default(3000),
    HOST: flagless,
    SITE_URL: siteUrl.optional(),
    SITE_NAME: z
      .string()
      .trim()
      .max(40, "SITE_NAME must have at most 40 characters.")
      .default("Vignette"),
    SITE_INTRO: z
      .string()
      .trim()
      .max(300, "SITE_INTRO must have at most 300 characters.")
      .optional(),
    SITE_ACCENT: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, "SITE_ACCENT must be a colour such as #a8341f.")
      .optional(),
    DATABASE_URL: z
      .url({ protocol: /^postgres(ql)?$/, error: "DATABASE_URL must begin with postgresql://." })
      .optional(),
    DATABASE_POOL: whole("DATABASE_POOL", [2, 100]).default(10),
    AUTH_SECRET: z.string().min(32, "AUTH_SECRET must have at least 32 characters.").optional(),
    ADMIN_EMAIL: z.email("ADMIN_EMAIL must be an e-mail address.").toLowerCase().optional(),
    SMTP_URL: z
      .url({ protocol: /^smtps?$/, error: "SMTP_URL must begin with smtp:// or smtps://." })
      .optional(),
    MAIL_FROM: z.string().trim().min(3).optional(),
    GITHUB_ID: flagless,
    GITHUB_SECRET: flagless,
    GOOGLE_ID: flagless,
    GOOGLE_SECRET: flagless,
    TRUSTED_PROXIES: z
      .string()
      .default("")
      .transform((list) => list.split(/[\s,]+/).filter(Boolean))
      .refine(
        (list) => list.every((each) => ipaddr.isValid(each) || ipaddr.isValidCIDR(each)),
        "TRUSTED_PROXIES takes addresses and ranges, such as 10.0.0.0/8, separated by commas.",
      ),
    SUBMISSIONS_PER_HOUR: whole("SUBMISSIONS_PER_HOUR", [1, 1_000_000]).default(20),
    API_REQUESTS_PER_HOUR: whole("API_REQUESTS_PER_HOUR", [1, 1_000_000]).default(3_600),
    UNDO_SECONDS: whole("UNDO_SECONDS", [0, 600]).default(30),
    HEAVY_IN_A_ROW: whole("HEAVY_IN_A_ROW", [0, 50]).default(5),
    REPORTS_TO_GATE: whole("REPORTS_TO_GATE", [0, 1_000]).default(3),
    LOG_LEVEL: z
      .enum(logLevels, `LOG_LEVEL must be one of ${logLevels.join(", ")}.`)
      .default("info"),
    DATA_DIR: z.string().trim().min(1).default(".data"),
    S3_ENDPOINT: z
      .url({ protocol: /^https?$/, error: "S3_ENDPOINT must be an http or https address." })
      .optional(),
    S3_REGION: flagless,
    S3_BUCKET: flagless,
    S3_ACCESS_KEY_ID: flagless,
    S3_SECRET_ACCESS_KEY: flagless,
    S3_PREFIX: z
      .string()
      .regex(
        /^[\w.-]+(\/[\w.-]+)*\/?$/,
        "S3_PREFIX must be a path such as vignette/ of letters, digits, dots and hyphens.",
      )
      .transform((prefix) => prefix.replace(/\/?$/, "/"))
      .optional(),
  })
  .superRefine((settings, context) => {
    for (const [id, secret] of [
      ["GITHUB_ID", "GITHUB_SECRET"],
      ["GOOGLE_ID", "GOOGLE_SECRET"],
    ] as const) {
      if (Boolean(settings[id]) !== Boolean(settings[secret])) {
        context.addIssue({
          code: "custom",
          path: [id],
          message: `${id} and ${secret} go together.`,
        });
      }
    }
    const missing = objectStore.filter((name) => !settings[name]);
    const isGiven = missing.length < objectStore.length || settings.S3_PREFIX !== undefined;
    if (isGiven && missing.length > 0) {
      const message = `${objectStore.join(", ")} go together: please set ${missing.join(" and ")}.`;
      context.addIssue({ code: "custom", path: [missing[0] ?? ""], message });
    }
  });

export type Env = z.output<typeof schema>;

/** A setting that does not fit. Its message is a sentence for the person who starts the server. */
export class SettingsError extends Error {}

/** Reads settings from `source` (the environment). Never repeats a value: it may be a secret. */
export function readEnv(source: Record<string, string | undefined>): Env {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== ""));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map((issue) => {
    const name = issue.path.join(".");
    return issue.message.includes(name) ? issue.message : `${name}: ${issue.message}`;
  });
  throw new SettingsError(`Please check your settings. ${[...new Set(sentences)].join(" ")}`);
}

let current: Env | undefined;

/** The settings of this process. Read when first asked for, so that a build needs none. */
export function env(): Env {
  current ??= readEnv(process.env);
  return current;
}

/** A setting that `server.ts` fills in on the embedded default and demands otherwise. */
export function requiredSetting(name: "DATABASE_URL" | "AUTH_SECRET" | "SITE_URL"): string {
  const value = env()[name];
  if (!value) throw new SettingsError(`Please set ${name}. .env.example says what it is.`);
  return value;
}
