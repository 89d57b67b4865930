import { route } from "@react-router/dev/routes";

/** The house itself: settings, webhooks, outbox, background work, audit, notices, proposals. */
export const consoleRoutes = [
  route("console/settings", "routes/console/settings/company.tsx"),
  route("console/settings/:key", "routes/console/settings/group.tsx"),
  route("console/webhooks", "routes/console/webhooks/list.tsx"),
  route("console/webhooks/new", "routes/console/webhooks/new.tsx"),
  route("console/webhooks/:endpointId", "routes/console/webhooks/webhook.tsx"),
  route("console/webhooks/:endpointId/edit", "routes/console/webhooks/edit.tsx"),
  route("console/outbox", "routes/console/outbox/list.tsx"),
  route("console/outbox/:mailId", "routes/console/outbox/mail.tsx"),
  route("console/jobs", "routes/console/jobs/queues.tsx"),
  route("console/jobs/failed", "routes/console/jobs/failed.tsx"),
  route("console/jobs/unhandled", "routes/console/jobs/unhandled.tsx"),
  route("console/audit", "routes/console/audit/list.tsx"),
  route("console/audit.csv", "routes/console/audit/csv.ts"),
  route("console/notifications", "routes/console/notifications/list.tsx"),
  route("console/notifications/preferences", "routes/console/notifications/preferences.tsx"),
  route("console/proposals", "routes/console/proposals/list.tsx"),
  route("console/proposals/:proposalId", "routes/console/proposals/proposal.tsx"),
];
