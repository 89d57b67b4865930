export { findNames } from "#modules/staff/queries/find-names.ts";
