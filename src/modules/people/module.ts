import { defineModule } from "#kernel/module.ts";
import { customerOperations } from "#modules/people/customers-part.ts";
import * as accountEvents from "#modules/people/events/accounts.ts";
import * as memberEvents from "#modules/people/events/members.ts";
import * as personEvents from "#modules/people/events/persons.ts";
import { forgetImports } from "#modules/people/jobs/forget-imports.ts";
import { mailInvitation } from "#modules/people/jobs/mail-invitation.ts";
import { runImport } from "#modules/people/jobs/run-import.ts";
import { currentMemberships } from "#modules/people/memberships/current-memberships.ts";
import { accountRows } from "#modules/people/merging/account-rows.ts";
import * as metrics from "#modules/people/metrics.ts";
import { permissions } from "#modules/people/permissions.ts";
import { personalData } from "#modules/people/personal-data/sources.ts";
import { portalOperations } from "#modules/people/portal-part.ts";
import { customerSearch } from "#modules/people/search.ts";
import {
  ERASURE_REQUESTED,
  tellOfErasureRequest,
} from "#modules/people/subscribers/tell-of-erasure-request.ts";
import { timeline } from "#modules/people/timeline.ts";

/** Customers: people, the accounts they belong to, what they agreed to. */
export const peopleModule = defineModule({
  name: "people",
  title: "Customers",
  permissions,
  operations: [...customerOperations, ...portalOperations],
  events: [...Object.values(accountEvents), ...Object.values(memberEvents), ...Object.values(personEvents)],
  subscribers: [tellOfErasureRequest],
  jobs: [mailInvitation, runImport, forgetImports],
  metrics: Object.values(metrics),
  memberships: currentMemberships,
  accountRows,
  timeline,
  search: [customerSearch],
  personalData,
  notices: [
    { kind: ERASURE_REQUESTED, title: "A customer asks that their data be erased", delivery: "mail" },
  ],
  nav: [
    {
      label: "Customers",
      href: "/console/customers",
      icon: "users-round",
      permission: "people:read",
      order: 60,
      children: [
        { label: "All customers", href: "/console/customers", permission: "people:read" },
        { label: "Import", href: "/console/customers/imports", permission: "people:edit" },
        { label: "Consents", href: "/console/customers/consents", permission: "people:read" },
        { label: "Erasure requests", href: "/console/customers/erasure-requests", permission: "people:read" },
      ],
    },
  ],
});
