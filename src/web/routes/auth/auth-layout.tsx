import { Outlet, useRouteLoaderData } from "react-router";
import { FlashNotice } from "#web/shell/flash-notice.tsx";
import { Logo } from "#web/ui/logo.tsx";

/** The frame of everything before sign-in: one column to act in, and on wide screens a cairn to look at. */
export default function AuthLayout() {
  const root = useRouteLoaderData<{ company: string }>("root");
  return (
    <div className="grid min-h-dvh lg:grid-cols-[minmax(480px,5fr)_6fr]">
      <div className="mx-auto flex w-full max-w-[440px] flex-col px-5 py-6">
        <header className="flex items-center gap-2.5 text-16 font-bold tracking-[-0.01em]">
          <Logo />
          {root?.company ?? "Cairn"}
        </header>
        <main className="my-auto py-10">
          <FlashNotice />
          <Outlet />
        </main>
      </div>
      <div aria-hidden className="relative hidden overflow-hidden border-s border-line bg-hover lg:block">
        <Stones />
      </div>
    </div>
  );
}

function Stones() {
  return (
    <svg viewBox="0 0 600 800" preserveAspectRatio="xMidYMax slice" className="absolute inset-0 size-full">
      <path d="M0 690 C140 650 240 676 330 664 C440 650 520 676 600 652 V800 H0Z" className="fill-pressed" />
      <path
        d="M138 640 C150 586 232 560 318 566 C414 572 470 604 462 650 C452 690 330 700 262 694 C190 690 128 682 138 640Z"
        className="fill-[color-mix(in_oklch,var(--control)_62%,var(--hover))]"
      />
      <path
        d="M186 536 C202 494 262 482 318 488 C378 494 420 516 412 548 C402 578 324 584 272 578 C222 574 174 568 186 536Z"
        className="fill-[color-mix(in_oklch,var(--control)_46%,var(--hover))]"
      />
      <path
        d="M226 466 C236 438 278 430 312 434 C352 438 384 452 378 474 C370 496 314 500 278 496 C246 494 218 488 226 466Z"
        className="fill-[color-mix(in_oklch,var(--control)_62%,var(--hover))]"
      />
      <path
        d="M258 418 C264 398 288 392 310 394 C334 396 354 406 350 420 C346 436 314 440 292 438 C270 436 252 432 258 418Z"
        className="fill-accent"
      />
    </svg>
  );
}
