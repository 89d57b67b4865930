import { Dialog } from "@base-ui/react/dialog";
import type { KeyboardEvent } from "react";
import { useEffect, useState } from "react";
import { useFetcher, useNavigate } from "react-router";
import type { NavItem } from "#web/context.ts";
import { onOpenPalette } from "#web/shell/palette-state.ts";
import type { SearchResult } from "#web/shell/search-results.ts";
import { findPages } from "#web/shell/search-results.ts";
import { classNames } from "#web/ui/class-names.ts";
import { Icon } from "#web/ui/icon.tsx";

/** Finds anything: Ctrl or Cmd and K, then words, arrows, Enter. The search page does the same without scripts. */
export function CommandPalette({ nav }: { nav: readonly NavItem[] }) {
  const [open, setOpen] = useState(false);
  useEffect(() => {
    const stop = onOpenPalette(() => setOpen(true));
    const onKey = (event: globalThis.KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== "k" ||
        !(event.metaKey || event.ctrlKey) ||
        event.altKey ||
        event.shiftKey
      )
        return;
      event.preventDefault();
      setOpen((was) => !was);
    };
    window.addEventListener("keydown", onKey);
    return () => {
      stop();
      window.removeEventListener("keydown", onKey);
    };
  }, []);
  return (
    <Dialog.Root open={open} onOpenChange={setOpen}>
      <Dialog.Portal>
        <Dialog.Backdrop className="fixed inset-0 z-40 bg-shade" />
        <Dialog.Popup className="fixed inset-x-4 top-[10dvh] z-50 mx-auto max-w-xl overflow-hidden rounded-card bg-raised shadow-float outline-none">
          <Dialog.Title className="sr-only">Search or jump to</Dialog.Title>
          <PaletteBody nav={nav} close={() => setOpen(false)} />
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

function PaletteBody({ nav, close }: { nav: readonly NavItem[]; close: () => void }) {
  const [words, setWords] = useState("");
  const [active, setActive] = useState(0);
  const navigate = useNavigate();
  const fetcher = useFetcher<{ q: string; results: SearchResult[] }>();
  const results = resultsFor(nav, words, fetcher.data);

  function type(next: string) {
    setWords(next);
    setActive(0);
    if (next.trim().length > 1)
      void fetcher.load(`/console/search?${new URLSearchParams({ q: next.trim() })}`);
  }

  function go(result: SearchResult | undefined) {
    if (!result) return;
    close();
    void navigate(result.href);
  }

  function onKeyDown(event: KeyboardEvent) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Enter") go(results[active]);
    if (step === undefined || results.length === 0) return;
    event.preventDefault();
    setActive((active + step + results.length) % results.length);
  }

  return (
    <>
      <div className="flex items-center gap-3 border-b border-line px-4">
        <Icon name="search" className="text-muted" />
        <input
          autoFocus
          role="combobox"
          aria-label="Search or jump to"
          aria-expanded={results.length > 0}
          aria-controls="palette-results"
          aria-activedescendant={results.length > 0 ? `palette-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          placeholder="Search or jump to"
          value={words}
          onChange={(event) => type(event.currentTarget.value)}
          onKeyDown={onKeyDown}
          className="h-13 flex-1 bg-transparent text-16 outline-none"
        />
      </div>
      <PaletteResults results={results} active={active} go={go} busy={fetcher.state !== "idle"} />
    </>
  );
}

interface PaletteResultsProps {
  results: readonly SearchResult[];
  active: number;
  go: (result: SearchResult) => void;
  busy: boolean;
}

function PaletteResults({ results, active, go, busy }: PaletteResultsProps) {
  return (
    <>
      <ul
        id="palette-results"
        role="listbox"
        aria-label="Results"
        aria-busy={busy}
        className="max-h-[52dvh] overflow-y-auto p-1.5 empty:hidden"
      >
        {results.map((result, index) => (
          <li
            key={`${result.href}-${result.title}`}
            id={`palette-${index}`}
            role="option"
            aria-selected={index === active}
            ref={(item) => {
              if (index === active) item?.scrollIntoView({ block: "nearest" });
            }}
            onClick={() => go(result)}
            className={classNames(
              "flex min-h-11 cursor-pointer items-center gap-3 rounded-control px-2.5 py-1.5",
              index === active && "bg-hover",
            )}
          >
            <span className="w-24 shrink-0 truncate text-13 text-muted">{result.kind}</span>
            <span className="min-w-0 flex-1 truncate">{result.title}</span>
            {result.detail && (
              <span className="shrink-0 text-13 text-muted max-sm:hidden">{result.detail}</span>
            )}
          </li>
        ))}
      </ul>
      <p role="status" className={classNames("px-4 py-5 text-muted", results.length > 0 && "sr-only")}>
        {busy
          ? "Searching"
          : results.length === 0
            ? "Nothing found. Try fewer or other words."
            : `${results.length} found`}
      </p>
    </>
  );
}

// Pages answer at once; what the server found joins when it belongs to the words as they stand now.
function resultsFor(
  nav: readonly NavItem[],
  words: string,
  answer: { q: string; results: SearchResult[] } | undefined,
): SearchResult[] {
  const wanted = words.trim();
  if (answer && answer.q === wanted) return answer.results;
  return findPages(nav, wanted);
}
