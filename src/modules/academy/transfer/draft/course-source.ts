/** The files an importer reads, wherever they are. Paths have no leading slash and use `/`. */
export interface CourseSource {
  /** All files, sorted. */
  readonly paths: readonly string[];
  has(path: string): boolean;
  /** A file as UTF-8 text without a byte order mark. Errors: `academy.import_text_too_large`, `academy.import_not_text`. */
  text(path: string): Promise<string>;
}

/** The part of a source below a folder (`""`: all of it), with paths from there. */
export function sourceBelow(source: CourseSource, folder: string): CourseSource {
  if (folder === "") return source;
  const prefix = `${folder}/`;
  return {
    paths: source.paths.filter((path) => path.startsWith(prefix)).map((path) => path.slice(prefix.length)),
    has: (path) => source.has(prefix + path),
    text: (path) => source.text(prefix + path),
  };
}
