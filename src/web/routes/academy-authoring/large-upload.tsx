import { type ReactNode, useId } from "react";
import { Button } from "#web/ui/button.tsx";
import { controlClass } from "#web/ui/control-class.ts";
import { classNames } from "#web/ui/class-names.ts";
import { ProgressBar } from "#web/ui/progress-bar.tsx";
import { useHydrated } from "#web/ui/use-hydrated.ts";
import { useUpload } from "./use-upload.ts";

/**
 * Uploads files of up to 10 GB in pieces: a pause, a lost connection or a reload is no loss, the same file chosen again goes
 * on where it was. Without scripts the form given as children takes files that fit into one.
 */
export function LargeUpload({ courseId, children }: { courseId: string; children: ReactNode }) {
  const id = useId();
  const { upload, start, pause, resume } = useUpload(courseId);
  if (!useHydrated()) return children;
  const share = upload && upload.total > 0 ? upload.sent / upload.total : 0;
  return (
    <div className="space-y-4">
      <div>
        <label htmlFor={id} className="mb-1 block text-13 font-medium">
          File
        </label>
        <p className="mb-1.5 text-13 text-muted">
          10 GB at most. If the connection breaks, choose the same file again and it goes on where it was.
        </p>
        <input
          id={id}
          type="file"
          className={classNames(
            controlClass,
            "py-1.5 ps-1.5 file:me-3 file:h-7 file:rounded-mark file:border-0 file:bg-hover file:px-3 file:text-13",
          )}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) start(file);
          }}
        />
      </div>
      {upload && (
        <div className="space-y-2">
          <ProgressBar value={share} label={`Upload of ${upload.name}`} withFigures />
          <p
            role="status"
            className={upload.error ? "text-13 font-medium text-critical" : "text-13 text-muted"}
          >
            {upload.error ?? (upload.isDone ? `${upload.name} belongs to the course now.` : upload.name)}
          </p>
          {!upload.isDone && (
            <Button
              type="button"
              size="small"
              icon={upload.isPaused ? "play" : "pause"}
              onClick={upload.isPaused ? resume : pause}
            >
              {upload.isPaused ? "Go on" : "Pause"}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
