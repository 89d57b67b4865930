import { openPackage } from "#modules/academy/commands/packages/open-package.ts";
import { previewPackage } from "#modules/academy/commands/packages/preview-package.ts";
import { savePackageState } from "#modules/academy/commands/packages/save-package-state.ts";
import { packageRoutes } from "#modules/academy/packages/package-routes.ts";
import type { AcademyPart } from "#modules/academy/part.ts";
import { packagesPersonalData } from "#modules/academy/personal-data/packages.ts";
import { getMyPackage } from "#modules/academy/queries/packages/get-my-package.ts";
import { listPackages } from "#modules/academy/queries/packages/list-packages.ts";

/** SCORM and cmi5 packages. */
export const packagesPart = {
  operations: [openPackage, previewPackage, savePackageState, listPackages, getMyPackage],
  routes: [packageRoutes],
  personalData: packagesPersonalData,
} as const satisfies AcademyPart;
