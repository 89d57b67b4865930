import { useEffect, useRef, useState } from "react";
import type { PackageMessage } from "#modules/academy/packages/runtime/package-runtime.ts";
import { Notice } from "#web/ui/notice.tsx";

type Standing = "opening" | "begun" | "saved" | "failed" | "replaced" | "ended";

const WORDS: Record<Standing, string> = {
  opening: "Nothing is saved yet.",
  begun: "Started. What you do is saved as you go.",
  saved: "Everything so far is saved.",
  failed: "The last part could not be saved. Keep this page open: it is tried again.",
  replaced: "This was opened in another window since. Go on there: what you do here is not saved any more.",
  ended: "This part has ended. What you did is saved.",
};

const isMessage = (data: unknown): data is PackageMessage =>
  typeof data === "object" &&
  data !== null &&
  (data as { cairn?: unknown }).cairn === "package" &&
  "event" in data;

/** What the package in the frame tells: only its own window is listened to. */
function useStanding(onChange: () => void) {
  const frame = useRef<HTMLIFrameElement>(null);
  const [standing, setStanding] = useState<Standing>("opening");
  useEffect(() => {
    const listen = ({ data, source }: MessageEvent<unknown>) => {
      if (source !== frame.current?.contentWindow || !isMessage(data)) return;
      setStanding(data.event);
      if (data.event === "saved" || data.event === "ended") onChange();
    };
    window.addEventListener("message", listen);
    return () => window.removeEventListener("message", listen);
  }, [onChange]);
  return { frame, standing };
}

/**
 * A SCORM or cmi5 package in its sandbox, with a line that says what is saved. `src` comes from opening it;
 * `onChange` is called when something was saved: keep it stable.
 */
export function PackageFrame({
  title,
  src,
  keepsNothing = false,
  onChange,
}: {
  title: string;
  src: string;
  keepsNothing?: boolean;
  onChange: () => void;
}) {
  const { frame, standing } = useStanding(onChange);
  return (
    <div className="space-y-3">
      {standing === "replaced" && <Notice tone="caution" title={WORDS.replaced} />}
      <iframe
        ref={frame}
        title={title}
        src={src}
        sandbox="allow-scripts allow-forms allow-popups allow-downloads"
        allow="fullscreen; autoplay"
        className="block h-[75dvh] min-h-96 w-full rounded-card border border-line bg-white"
      />
      <p role="status" className="text-13 text-muted">
        {keepsNothing ? "A look at the package: nothing you do in it is kept." : WORDS[standing]}
      </p>
      <noscript>
        <p className="text-14">
          This package runs scripts of its own and saves by them. Allow JavaScript for this site, and open it
          again.
        </p>
      </noscript>
    </div>
  );
}
