/**
 * What runs in a frame, as its own source: it uses nothing from outside. Tells the page around it
 * how high the story is, and nothing else. It does so in the words of WordPress, whose own script
 * then shows a frame that it made of a pasted link: that one has a secret in its address by which it
 * is known, and stands in a sandbox in which only the page around it can follow a link.
 */
export function tellHeight(): void {
  const tell = (message: string, value: number | string) =>
    parent.postMessage({ message, value, secret: secretOf() }, "*");
  const secretOf = () => /^#\?secret=([A-Za-z0-9]+)$/.exec(location.hash)?.[1];
  const { body } = document;
  const measure = () => {
    // Without the room that the frame has to spare.
    body.style.minHeight = "0";
    const height = Math.ceil(body.getBoundingClientRect().height);
    body.style.minHeight = "";
    tell("height", height);
  };
  new ResizeObserver(measure).observe(document.querySelector("main > *") ?? body);
  addEventListener("message", ({ data }) => {
    if (Object(data).message === "ready") measure();
  });
  addEventListener("click", (event) => {
    const link = event.target instanceof Element ? event.target.closest("a") : null;
    if (!link || !secretOf()) return;
    event.preventDefault();
    tell("link", link.href);
  });
}
