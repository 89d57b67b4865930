import { inMegabytes, typeNames } from "#web/parts/file-terms.ts";

interface Terms {
  maxFiles: number;
  maxFileBytes: number;
  fileTypes: string[];
}

/** Why a file was not taken, for who sent it; undefined: nothing went wrong, or nothing of ours. */
export function faultWords(code: string | null, terms: Terms): string | undefined {
  switch (code) {
    case null:
      return undefined;
    case "academy.file_is_program":
      return "Programs are not taken. Hand in a document, or a zip with the source.";
    case "files.type_not_allowed":
    case "academy.file_type_not_taken":
      return `This assignment takes ${typeNames(terms.fileTypes)}.`;
    case "files.too_large":
    case "academy.file_too_large":
      return `A file may have ${inMegabytes(Math.min(terms.maxFileBytes, 25_000_000))} at most. Make it smaller, or split it.`;
    case "academy.files_full":
      return `${terms.maxFiles} files go with this work at most. Take one out first.`;
    case "files.nothing_sent":
      return "Choose a file first.";
    default:
      return "The file did not arrive whole. Send it again.";
  }
}
