/** How the standing of an announcement looks and what it is called. */
export const ANNOUNCEMENT_STATES = {
  planned: ["waiting", "Planned"],
  published: ["done", "Out"],
  withdrawn: ["closed", "Withdrawn"],
} as const;
