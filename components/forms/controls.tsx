import type { ComponentProps } from "react";

export function TextInput({ className = "", type = "text", ...rest }: ComponentProps<"input">) {
  return <input type={type} className={`input ${className}`} {...rest} />;
}

export function TextArea({ className = "", ...rest }: ComponentProps<"textarea">) {
  return <textarea className={`input input-area ${className}`} {...rest} />;
}

export function Select({ className = "", ...rest }: ComponentProps<"select">) {
  return <select className={`input input-select ${className}`} {...rest} />;
}

type ChipProps = Omit<ComponentProps<"input">, "type"> & {
  id: string;
  type: "checkbox" | "radio";
  label: string;
};

/** A choice that is as large as its words. */
export function Chip({ id, label, children, ...input }: ChipProps) {
  return (
    <span className="chip">
      <input id={id} {...input} />
      <label htmlFor={id} dir="auto">
        {label}
      </label>
      {children}
    </span>
  );
}
