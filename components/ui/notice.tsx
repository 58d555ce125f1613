import type { ComponentProps, ReactNode } from "react";

type NoticeProps = Omit<ComponentProps<"div">, "title"> & {
  title?: ReactNode;
  /** `alert` for what went wrong, `calm` for what is good to know. */
  tone?: "calm" | "alert";
};

export function Notice({ title, tone = "calm", className = "", children, ...rest }: NoticeProps) {
  return (
    <div className={`note ${tone === "alert" ? "note-alert" : ""} ${className}`} {...rest}>
      {title && <p className="note-title">{title}</p>}
      {children}
    </div>
  );
}
