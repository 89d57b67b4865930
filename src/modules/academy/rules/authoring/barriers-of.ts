import { checkDraft } from "#modules/academy/rules/authoring/check-draft.ts";
import type { CheckedDraft } from "#modules/academy/rules/authoring/finding.ts";

/**
 * What keeps people from learning with a version. A picture without text is counted apart: it may only decorate, and then
 * WCAG 1.1.1 asks for just that, so it is no barrier by itself.
 */
export function barriersOf(version: CheckedDraft): { barriers: number; undescribed: number } {
  const findings = checkDraft(version).filter(({ isAccessibility }) => isAccessibility);
  const undescribed = findings.filter(({ code }) => code === "alt_missing").length;
  return { barriers: findings.length - undescribed, undescribed };
}
