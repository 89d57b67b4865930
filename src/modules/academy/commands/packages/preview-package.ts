import { actorPersonId } from "#kernel/actor.ts";
import { newId } from "#kernel/ids.ts";
import { defineCommand } from "#kernel/operation/operation.ts";
import { OpenedPackage, PreviewPackage } from "#modules/academy/contract/packages.ts";
import { getPackage, makeLaunch } from "#modules/academy/packages/make-launch.ts";

/**
 * Opens a package to look at; nothing of it is kept. Errors: `academy.package_unknown`, `academy.package_item_unknown`.
 */
export const previewPackage = defineCommand({
  name: "academy.preview_package",
  title: "Look at a package",
  http: "POST /academy/packages/:packageId/previews",
  access: "academy:read",
  unaudited: true,
  secretOutput: true,
  input: PreviewPackage,
  output: OpenedPackage,
  load: (tx, { packageId }) => getPackage(tx, packageId),
  run: (context, pack) =>
    makeLaunch(context, pack, {
      personId: actorPersonId(context.actor) ?? newId(),
      itemId: context.input.itemId,
    }),
});
