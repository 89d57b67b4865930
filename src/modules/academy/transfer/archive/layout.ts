/** The file that describes the course; what it holds is a `CourseDraft`. */
export const COURSE_FILE = "course.json";
export const FORMAT = "cairn-course";
export const VERSION = 1;

/** Where bytes lie: by their SHA-256, each once. */
export const partPath = (sha256: string): string => `files/${sha256}`;

/** The SHA-256 that a path promises; undefined for other paths. */
export const sha256Of = (path: string): string | undefined =>
  /(?:^|\/)files\/([0-9a-f]{64})$/.exec(path)?.[1];
