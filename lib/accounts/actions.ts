"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { beginOAuth } from "#lib/accounts/auth.ts";
import { requestSignInLink, signOut } from "#lib/accounts/commands.ts";
import { localPath, withQuery } from "#lib/accounts/local-path.ts";
import { isOAuthProvider } from "#lib/accounts/providers.ts";
import { type SignInValues, readSignInForm, signInFormSchema } from "#lib/accounts/schema.ts";
import { sessionCookie } from "#lib/accounts/session-cookie.ts";
import { action, formAction } from "#lib/action.ts";
import { answerWithStatus } from "#lib/exchange.ts";
import { postedText } from "#lib/form.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";
import { localized } from "#lib/locale.ts";
import { addressKey, consume } from "#lib/rate-limit.ts";
import { type Failure, failure } from "#lib/result.ts";
import { fieldErrors } from "#lib/zod-errors.ts";

export type SignInState = { failure: Failure | null; values: SignInValues };

export const requestSignInLinkAction = action<SignInState>(async ({ address }, form) => {
  const values = readSignInForm(form);
  const parsed = signInFormSchema.safeParse(values);
  if (!parsed.success) {
    const errors = fieldErrors(parsed.error);
    return { failure: failure("invalid", accounts.notSent(), errors), values };
  }
  const result = await requestSignInLink({ ...parsed.data, address });
  if (!result.ok) {
    if (result.code === "rate-limited") answerWithStatus(429);
    return { failure: result, values };
  }
  redirect(localized(withQuery("/sign-in/check-mail", { next: parsed.data.next })));
});

export const startOAuthAction = formAction(async ({ address }, form) => {
  const provider = postedText(form, "provider");
  const next = localPath(postedText(form, "next"));
  const counted = await consume("sign-in-address", addressKey(address));
  if (!counted.ok) redirect(localized(withQuery("/sign-in", { error: "TooMany", next })));
  const begun = isOAuthProvider(provider)
    ? await beginOAuth(provider, next ?? localized("/sign-in"))
    : null;
  if (!begun) redirect(localized(withQuery("/sign-in", { error: "OAuthSignin", next })));
  const store = await cookies();
  for (const cookie of begun.cookies) store.set(cookie);
  redirect(begun.location); // the provider's
});

export const signOutAction = formAction(async () => {
  const { name, options } = sessionCookie();
  const store = await cookies();
  await signOut(store.get(name)?.value);
  // With its attributes: a browser keeps a `__Secure-` cookie that is deleted without them.
  store.set({ name, value: "", ...options, maxAge: 0 });
  redirect(localized("/"));
});
