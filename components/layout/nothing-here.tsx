import { Nothing } from "#components/layout/nothing.tsx";
import { Page } from "#components/layout/page.tsx";

/** The page in the place of what is not there. */
export function NothingHere() {
  return (
    <Page>
      <Nothing />
    </Page>
  );
}
