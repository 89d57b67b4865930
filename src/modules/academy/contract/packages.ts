import { z } from "zod";
import { slug } from "#modules/academy/contract/content.ts";

export const PACKAGE_KINDS = ["scorm12", "scorm2004", "cmi5"] as const;

/** Opens an item of a package: the first that is not complete, unless one is named. */
export const OpenPackage = z.object({
  course: slug,
  packageId: z.uuid(),
  itemId: z.string().min(1).max(4000).optional(),
});

/** How far a student is with an item. `scorePpm` in parts per million. */
export const itemState = z.object({
  id: z.string(),
  title: z.string(),
  isTracked: z.boolean(),
  isComplete: z.boolean(),
  success: z.enum(["unknown", "passed", "failed"]),
  scorePpm: z.number().int().nullable(),
});
export type ItemState = z.output<typeof itemState>;

/** What a page needs to show an item. */
export const OpenedPackage = z.object({
  kind: z.enum(PACKAGE_KINDS),
  title: z.string(),
  itemId: z.string(),
  /** For the frame's `src`: an address with a token in it, good for this student and this package alone. */
  src: z.string(),
  items: z.array(itemState),
});

/** A look at a package without a student; nothing of it is kept. */
export const PreviewPackage = z.object({
  packageId: z.uuid(),
  itemId: z.string().min(1).max(4000).optional(),
});

/** Elements of the SCORM data model and their values, as texts. */
const cmi = z
  .record(z.string().max(250), z.string().max(100_000))
  .refine((elements) => Object.keys(elements).length <= 5000, "At most 5,000 elements are kept");

/**
 * What an item has to keep. `seq` rises with each save of a launch: an older one never wins. `isEnd` says that the item
 * ended its session.
 */
export const SavePackageState = z.object({
  token: z.string().min(20).max(200),
  seq: z.number().int().min(1).max(2_000_000_000),
  cmi,
  isEnd: z.boolean().default(false),
});
/** `isKept` false: something newer was there, from this launch or a later one (`isReplaced`). */
export const SavedPackageState = z.object({
  isKept: z.boolean(),
  isReplaced: z.boolean(),
  isComplete: z.boolean(),
});

export const PackageItem = z.object({ id: z.string(), title: z.string(), isTracked: z.boolean() });
export const ListPackages = z.object({ courseId: z.uuid().optional() });
export const PackageList = z.object({
  items: z.array(
    z.object({
      packageId: z.uuid(),
      courseId: z.uuid(),
      courseTitle: z.string(),
      kind: z.enum(PACKAGE_KINDS),
      version: z.string(),
      title: z.string(),
      items: z.array(PackageItem),
      files: z.number().int(),
      bytes: z.number(),
      /** Students who opened it. */
      students: z.number().int(),
    }),
  ),
});

export const MyPackageOf = z.object({ course: slug, packageId: z.uuid() });
export const MyPackage = z.object({
  kind: z.enum(PACKAGE_KINDS),
  title: z.string(),
  items: z.array(itemState),
  /** The lesson it stands in. */
  lesson: z.object({ slug: z.string(), title: z.string() }),
});
