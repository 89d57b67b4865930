import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import { useFetcher } from "react-router";
import type { Autosaved } from "./lesson.tsx";

/** How long after the last change a save begins, in milliseconds. */
const QUIET_MS = 1500;

/**
 * Saves a form by itself once nothing was changed for a moment. Gives the newest revision, when that was saved, and the
 * revision of somebody else that is in the way: nothing is saved then until the person decides.
 */
export function useAutosave(form: RefObject<HTMLFormElement | null>, loaded: number) {
  const { submit, data } = useFetcher<Autosaved>();
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  const [overwritten, setOverwritten] = useState(0);
  const saved = data && "revision" in data ? data.revision : 0;
  const newer = data && "newer" in data && data.newer > overwritten ? data.newer : null;
  const savedAt = data && "savedAt" in data ? data.savedAt : null;
  const revision = Math.max(loaded, saved, overwritten);

  const save = useCallback(() => {
    if (!form.current) return;
    const fields = new FormData(form.current);
    fields.set("intent", "autosave");
    void submit(fields, { method: "post", encType: "multipart/form-data" });
  }, [form, submit]);
  const change = useCallback(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(save, QUIET_MS);
  }, [save]);

  useEffect(() => () => clearTimeout(timer.current), []);
  const overwrite = useCallback(() => {
    if (newer === null) return;
    setOverwritten(newer);
    change();
  }, [newer, change]);
  return { revision, savedAt, newer, change: newer === null ? change : undefined, overwrite };
}
