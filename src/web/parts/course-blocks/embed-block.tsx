import { useSyncExternalStore } from "react";
import type { BlockProps } from "#web/parts/course-blocks/block-props.ts";
import { Button } from "#web/ui/button.tsx";

const KEY = "cairn-embeds";
const listeners = new Set<() => void>();

const agreedHosts = (): string => {
  try {
    return localStorage.getItem(KEY) ?? "";
  } catch {
    return "";
  }
};

function agree(host: string): void {
  try {
    localStorage.setItem(KEY, `${agreedHosts()} ${host}`.trim());
  } catch {
    // A browser that keeps nothing asks again the next time.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * Something of another site. Nothing is asked of that site before the student agrees, once for each site and browser. It
 * stands in a frame of ours, since the page's own policy lets no foreign frame in.
 */
export function EmbedBlock({ block }: BlockProps<"embed">) {
  const { host } = new URL(block.url);
  const hosts = useSyncExternalStore(subscribe, agreedHosts, () => "");
  if (hosts.split(" ").includes(host))
    return (
      <iframe
        src={`/learn/embeds/${block.id}`}
        title={block.title || `From ${host}`}
        loading="lazy"
        allow="fullscreen"
        // The frame itself is a page of ours without scripts; what stands in it is of another origin and keeps that.
        // oxlint-disable-next-line react/iframe-missing-sandbox
        sandbox="allow-scripts allow-same-origin allow-popups allow-forms allow-presentation"
        className="aspect-video w-full rounded-card border border-line"
      />
    );
  return (
    <div className="rounded-card border border-line bg-surface p-5">
      <p className="font-medium" dir="auto">
        {block.title || `From ${host}`}
      </p>
      <p className="mt-1 text-14 text-pretty text-muted">
        This comes from {host}. When it is loaded, {host} learns your address and may set cookies.
      </p>
      <div className="mt-4 flex flex-wrap gap-2">
        <Button type="button" onClick={() => agree(host)}>
          Load from {host}
        </Button>
        <a
          href={block.url}
          rel="noopener nofollow"
          className="inline-flex h-9 items-center px-2 text-14 underline underline-offset-3 touch:h-11"
        >
          Open {host}
        </a>
      </div>
    </div>
  );
}
