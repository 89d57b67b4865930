import { Link, useFetcher, useLocation, useRouteLoaderData } from "react-router";
import type { NavItem } from "#web/context.ts";
import { RailNav } from "#web/shell/rail-nav.tsx";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";
import { Logo } from "#web/ui/logo.tsx";

interface RootData {
  company: string;
  csrf: string;
  rail: "full" | "icons";
}

/** The left rail of the console; narrow if the viewer wants it so, gone on a phone. */
export function Rail({ nav }: { nav: readonly NavItem[] }) {
  const root = useRouteLoaderData<RootData>("root");
  const fetcher = useFetcher();
  const wanted = fetcher.formData?.get("rail") ?? root?.rail;
  const narrow = wanted === "icons";
  return (
    <aside
      aria-label="Main"
      data-screen-only
      className={classNames(
        "sticky top-0 hidden h-dvh shrink-0 flex-col overflow-y-auto border-e border-line px-3 pt-4 pb-2 md:flex",
        narrow ? "w-15" : "w-60",
      )}
    >
      <Link
        to="/console"
        className="mb-4 flex h-8 items-center gap-2.5 rounded-control px-1.5 text-16 font-bold tracking-[-0.01em]"
      >
        <Logo />
        <span className={narrow ? "sr-only" : "truncate"}>{root?.company ?? "Cairn"}</span>
      </Link>
      <RailNav nav={nav} label="Console" narrow={narrow} />
      <fetcher.Form method="post" action="/preferences" className="mt-2 border-t border-line pt-2">
        <input type="hidden" name="csrf" value={root?.csrf ?? ""} />
        <input type="hidden" name="rail" value={narrow ? "full" : "icons"} />
        <Back />
        <button
          type="submit"
          title={narrow ? "Widen the menu" : undefined}
          className={classNames(
            "flex h-[34px] w-full items-center gap-2.5 rounded-control px-2 text-13 text-muted transition-colors hover:bg-hover hover:text-text touch:h-11",
            narrow && "justify-center",
          )}
        >
          <Icon name={narrow ? "panel-left-open" : "panel-left-close"} className="rtl:-scale-x-100" />
          <span className={narrow ? "sr-only" : undefined}>
            {narrow ? "Widen the menu" : "Show icons only"}
          </span>
        </button>
      </fetcher.Form>
    </aside>
  );
}

/** Where a preference's form comes back to without scripts. */
export function Back() {
  const { pathname, search } = useLocation();
  return <input type="hidden" name="back" value={pathname + search} />;
}
