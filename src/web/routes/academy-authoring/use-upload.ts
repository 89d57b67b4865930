import { useCallback, useRef, useState } from "react";
import { useRevalidator } from "react-router";
import type { Upload } from "tus-js-client";

/** An upload as its page shows it. Bytes. */
export interface UploadState {
  name: string;
  sent: number;
  total: number;
  isPaused: boolean;
  isDone: boolean;
  error: string | null;
}

/** Pieces of 8 MB: small enough to lose little, large enough to be quick. */
const PIECE = 8 * 1024 * 1024;

/** What the server says is wrong, in its words. */
function reasonOf(error: Error): string {
  const body =
    "originalResponse" in error
      ? (error.originalResponse as { getBody?: () => string } | null)?.getBody?.()
      : null;
  try {
    const problem = JSON.parse(body ?? "") as { detail?: string };
    if (problem.detail) return problem.detail;
  } catch {
    // No words of ours: the connection is gone.
  }
  return "The connection broke. Go on when it is back; nothing of what was sent is lost.";
}

/** Uploads one file at a time to a course, resumably. */
export function useUpload(courseId: string) {
  const { revalidate } = useRevalidator();
  const running = useRef<Upload | null>(null);
  const [upload, setUpload] = useState<UploadState | null>(null);
  const change = useCallback(
    (news: Partial<UploadState>) => setUpload((was) => (was ? { ...was, ...news } : was)),
    [],
  );

  const start = useCallback(
    (file: File) => {
      setUpload({ name: file.name, sent: 0, total: file.size, isPaused: false, isDone: false, error: null });
      void import("tus-js-client").then(async ({ Upload: TusUpload }) => {
        const begun = new TusUpload(file, {
          endpoint: "/api/academy/uploads",
          chunkSize: PIECE,
          retryDelays: [0, 1000, 3000, 10_000, 30_000],
          metadata: { courseId, filename: file.name, filetype: file.type },
          removeFingerprintOnSuccess: true,
          onProgress: (sent, total) => change({ sent, total: total ?? file.size, error: null }),
          onError: (error) => change({ isPaused: true, error: reasonOf(error) }),
          onSuccess: () => {
            change({ isDone: true, sent: file.size, error: null });
            void revalidate();
          },
        });
        running.current = begun;
        const [before] = await begun.findPreviousUploads();
        if (before) begun.resumeFromPreviousUpload(before);
        begun.start();
      });
    },
    [courseId, change, revalidate],
  );
  const pause = useCallback(() => {
    void running.current?.abort();
    change({ isPaused: true });
  }, [change]);
  const resume = useCallback(() => {
    running.current?.start();
    change({ isPaused: false, error: null });
  }, [change]);
  return { upload, start, pause, resume };
}
