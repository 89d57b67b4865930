import { route } from "@react-router/dev/routes";

/** The company's own people. */
export const consoleRoutes = [
  route("console/people", "routes/people/list.tsx"),
  route("console/people/invite", "routes/people/invite.tsx"),
  route("console/people/:personId", "routes/people/person.tsx"),
];
