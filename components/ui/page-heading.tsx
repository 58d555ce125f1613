import type { ReactNode } from "react";

type PageHeadingProps = { title: ReactNode; children?: ReactNode };

/** What a page is, and in a sentence or two what to do on it. */
export function PageHeading({ title, children }: PageHeadingProps) {
  return (
    <div className="pt-10 pb-8 sm:pt-16 sm:pb-10">
      <h1 className="font-serif text-title font-medium tracking-[-0.018em]">{title}</h1>
      {children && <div className="mt-4 max-w-[30rem] text-lead text-quiet">{children}</div>}
    </div>
  );
}
