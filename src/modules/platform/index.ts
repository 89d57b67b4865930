export { notify } from "#modules/platform/notify.ts";
export { findStaffIds } from "#modules/platform/find-staff.ts";
