import type { ReactNode } from "react";

interface CheckoutFrameProps {
  step: 1 | 2;
  title: string;
  /** What is bought, beside the form; above it on a phone. */
  aside: ReactNode;
  children: ReactNode;
}

const STEPS = ["Your details", "Look it over and order"];

/** The frame of the two steps to an order. */
export function CheckoutFrame({ step, title, aside, children }: CheckoutFrameProps) {
  return (
    <div className="mx-auto max-w-[1120px] px-4 sm:px-8">
      <div className="py-8 sm:py-12">
        <p className="text-14 text-muted">
          Step {step} of {STEPS.length}
        </p>
        <h1 className="mt-1 text-28 font-bold sm:text-36">{title}</h1>
      </div>
      <div className="grid items-start gap-x-16 gap-y-8 lg:grid-cols-[1fr_400px]">
        <aside className="lg:order-2 lg:sticky lg:top-8">{aside}</aside>
        <div className="min-w-0">{children}</div>
      </div>
    </div>
  );
}
