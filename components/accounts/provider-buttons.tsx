import { Button } from "#components/ui/button.tsx";
import { startOAuthAction } from "#lib/accounts/actions.ts";
import { oauthProviders, providerNames } from "#lib/accounts/providers.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";

/** GitHub and Google, where their settings are there. */
export function ProviderButtons({ next }: { next: string | null }) {
  const providers = oauthProviders();
  if (providers.length === 0) return null;
  return (
    <section aria-labelledby="elsewhere" className="mt-14 border-t border-rule pt-8">
      <h2 id="elsewhere" className="text-ui font-semibold">
        {accounts.elsewhere()}
      </h2>
      <form action={startOAuthAction} className="mt-4 flex flex-wrap gap-3">
        <input type="hidden" name="next" value={next ?? ""} />
        {providers.map((provider) => (
          <Button key={provider} tone="quiet" name="provider" value={provider}>
            {accounts.continueWith({ provider: providerNames[provider] })}
          </Button>
        ))}
      </form>
    </section>
  );
}
