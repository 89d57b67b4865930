import type { ReactNode } from "react";

/** What this step is, and what to do in it. */
export function AuthHeading({ title, text }: { title: string; text?: ReactNode }) {
  return (
    <header className="mb-6">
      <h1 className="text-28 font-bold">{title}</h1>
      {text && <p className="mt-2 text-16 text-pretty text-muted">{text}</p>}
    </header>
  );
}
