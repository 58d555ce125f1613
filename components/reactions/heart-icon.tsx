/** Filled by app/styles/reactions.css where the heart is given. */
export function HeartIcon() {
  return (
    <svg viewBox="0 0 20 20" aria-hidden="true" focusable="false">
      <path d="M10 17C5 13 2 10.3 2 7a4 4 0 0 1 8-1.3A4 4 0 0 1 18 7c0 3.3-3 6-8 10z" />
    </svg>
  );
}
