import type { ReactNode } from "react";
import { inMegabytes } from "#web/parts/file-terms.ts";
import { Icon } from "#web/ui/icon.tsx";

/** A file somebody handed in. */
interface HandedFile {
  fileId: string;
  name: string;
  bytes: number;
}

/** Files to download, one under the other. */
export function HandedFiles({ files }: { files: readonly HandedFile[] }) {
  return (
    <FileList>
      {files.map((file) => (
        <FileRow key={file.fileId} file={file} />
      ))}
    </FileList>
  );
}

/** The list around `FileRow`s; nothing where there are none. */
export function FileList({ children }: { children: readonly ReactNode[] }) {
  if (children.length === 0) return null;
  return <ul className="divide-y divide-line border-y border-line">{children}</ul>;
}

/** A file to download, with what can be done about it. */
export function FileRow({ file, children }: { file: HandedFile; children?: ReactNode }) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      <Icon name="file-text" className="text-muted" />
      <a
        href={`/files/${file.fileId}`}
        download
        dir="auto"
        className="min-w-0 flex-1 py-1 [overflow-wrap:anywhere] underline decoration-1 underline-offset-4 touch:py-2.5"
      >
        {file.name}
      </a>
      <span className="text-13 text-muted tabular-nums">{inMegabytes(file.bytes)}</span>
      {children}
    </li>
  );
}
