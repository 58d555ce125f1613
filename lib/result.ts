/** How an expected failure reaches a person: never thrown, never the text of an exception. */

export type FailureCode =
  | "invalid"
  | "not-found"
  | "not-yours"
  | "already-decided"
  | "claimed"
  | "already-sent"
  | "look-again"
  | "out-of-date"
  | "rate-limited"
  | "closed"
  | "unavailable"
  | "unreachable";

export type Failure = {
  ok: false;
  code: FailureCode;
  /** A sentence for the person, saying what to do. */
  message: string;
  /** By form field name; the first message of each is shown beside the field. */
  fieldErrors?: Record<string, string[]>;
};

export type Result<T> = { ok: true; value: T } | Failure;

export function success<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function failure(
  code: FailureCode,
  message: string,
  fieldErrors?: Record<string, string[]>,
): Failure {
  return { ok: false, code, message, ...(fieldErrors ? { fieldErrors } : {}) };
}
