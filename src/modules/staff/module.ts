import { defineModule } from "#kernel/module.ts";
import { changeRole } from "#modules/staff/commands/change-role.ts";
import { createPerson } from "#modules/staff/commands/create-person.ts";
import { createResetLink } from "#modules/staff/commands/create-reset-link.ts";
import { createToken } from "#modules/staff/commands/create-token.ts";
import { disablePerson } from "#modules/staff/commands/disable-person.ts";
import { erasePerson } from "#modules/staff/commands/erase-person.ts";
import { enablePerson } from "#modules/staff/commands/enable-person.ts";
import { invitePerson } from "#modules/staff/commands/invite-person.ts";
import { resendInvitation } from "#modules/staff/commands/resend-invitation.ts";
import { revokeSession } from "#modules/staff/commands/revoke-session.ts";
import { revokeToken } from "#modules/staff/commands/revoke-token.ts";
import { updateProfile } from "#modules/staff/commands/update-profile.ts";
import * as events from "#modules/staff/events.ts";
import { forgetExpiredKeys } from "#modules/staff/jobs/forget-expired.ts";
import { permissions } from "#modules/staff/permissions.ts";
import { personalData } from "#modules/staff/personal-data.ts";
import { exportPersonalData } from "#modules/staff/queries/export-personal-data.ts";
import { getMe } from "#modules/staff/queries/get-me.ts";
import { getPerson } from "#modules/staff/queries/get-person.ts";
import { listPeople } from "#modules/staff/queries/list-people.ts";
import { listPermissions } from "#modules/staff/queries/list-permissions.ts";
import { listSessions } from "#modules/staff/queries/list-sessions.ts";
import { listTokens } from "#modules/staff/queries/list-tokens.ts";
import { peopleSearch } from "#modules/staff/search.ts";

export const staffModule = defineModule({
  name: "staff",
  title: "People",
  permissions,
  operations: [
    getMe,
    updateProfile,
    listPermissions,
    listPeople,
    getPerson,
    invitePerson,
    resendInvitation,
    createPerson,
    createResetLink,
    changeRole,
    disablePerson,
    enablePerson,
    erasePerson,
    exportPersonalData,
    listSessions,
    revokeSession,
    listTokens,
    createToken,
    revokeToken,
  ],
  events: Object.values(events),
  jobs: [forgetExpiredKeys],
  search: [peopleSearch],
  personalData,
  nav: [
    { label: "People", href: "/console/people", icon: "users", permission: "staff:read", order: 910 },
    { label: "API tokens", href: "/console/tokens", icon: "key-round", permission: "staff:read", order: 920 },
  ],
});
