/** On a story in a list: one line, quiet enough to stand under many. */
export function HelplineLine() {
  return (
    <p className="-mt-1 text-small text-quiet">
      If this is close to home,{" "}
      <a href="/helplines" className="inline-flex min-h-target items-center">
        someone is there to talk
      </a>
      .
    </p>
  );
}

/** On a page of its own: in full. */
export function HelplineNote() {
  return (
    <aside aria-label="Helplines" className="border-s-2 border-thread ps-4 text-ui">
      <p className="font-semibold">If this is close to home</p>
      <p className="mt-1 text-quiet">
        You don’t have to carry it alone. There are people whose work is to listen.
      </p>
      <a href="/helplines" className="inline-flex min-h-target items-center">
        Find a helpline in your country
      </a>
    </aside>
  );
}
