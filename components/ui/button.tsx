import type { ComponentProps } from "react";

type Tone = "primary" | "quiet" | "risk";

const classes: Record<Tone, string> = {
  primary: "button",
  quiet: "button button-quiet",
  risk: "button button-risk",
};

type ButtonProps = ComponentProps<"button"> & { tone?: Tone };

export function Button({
  tone = "primary",
  className = "",
  type = "submit",
  ...rest
}: ButtonProps) {
  return <button type={type} className={`${classes[tone]} ${className}`} {...rest} />;
}

type ButtonLinkProps = ComponentProps<"a"> & { href: string; tone?: Tone };

/** A link that looks like a button, where following it begins something. */
export function ButtonLink({ tone = "primary", className = "", ...rest }: ButtonLinkProps) {
  return <a className={`${classes[tone]} ${className}`} {...rest} />;
}
