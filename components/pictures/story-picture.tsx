import {
  type Extension,
  renditionName,
  renditionTypes,
  renditionWidths,
} from "#lib/pictures/renditions.ts";

type StoryPictureProps = {
  /** `width` and `height` are of the largest rendition. */
  picture: { id: string; width: number; height: number; alt: string };
  /** What stands before the picture's id, for whoever looks: `/pictures`, `/moderation/pictures`. */
  base: string;
  /** Of its description, BCP 47, as of the story's words. */
  language?: string | null | undefined;
};

/** The column is the measure, or the window without its gutters. */
const sizes = "(min-width: 37rem) 34rem, calc(100vw - 2.25rem)";

/** Takes its room before it has arrived, and is not fetched behind a closed gate. */
export function StoryPicture({ picture, base, language }: StoryPictureProps) {
  const { id, width, height, alt } = picture;
  const widths = renditionWidths(width);
  const src = (of: number, extension: Extension) => `${base}/${id}/${renditionName(of, extension)}`;
  const srcSet = (extension: Extension) =>
    widths.map((each) => `${src(each, extension)} ${each}w`).join(", ");
  return (
    <picture lang={language ?? ""} className="story-picture">
      <source type={renditionTypes.webp} srcSet={srcSet("webp")} sizes={sizes} />
      <img
        loading="lazy"
        decoding="async"
        srcSet={srcSet("jpg")}
        sizes={sizes}
        src={src(widths.at(1) ?? width, "jpg")}
        width={width}
        height={height}
        alt={alt}
      />
    </picture>
  );
}
