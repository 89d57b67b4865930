import type { NoticeKind } from "#kernel/module.ts";
import type { Registry } from "#kernel/operation/registry.ts";

/** All kinds of notices the installed modules declare. */
export const noticeKinds = (registry: Registry): NoticeKind[] =>
  registry.modules.flatMap((module) => [...(module.notices ?? [])]);

/** How a kind reaches people who have not chosen; a kind nobody declares stays in the console. */
export const defaultDelivery = (registry: Registry, kind: string): NoticeKind["delivery"] =>
  noticeKinds(registry).find((declared) => declared.kind === kind)?.delivery ?? "app";
