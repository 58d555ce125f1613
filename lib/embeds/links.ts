/** How a story's page says that others can ask how to embed it, for its metadata. */
export function oembedLinks(storyUrl: string, title: string) {
  const ask = (format: string) => [
    { url: `/api/oembed?url=${encodeURIComponent(storyUrl)}&format=${format}`, title },
  ];
  return { "application/json+oembed": ask("json"), "text/xml+oembed": ask("xml") };
}
