import { index, route } from "@react-router/dev/routes";

/** The company's own people. */
export const consoleRoutes = [
  route("console/people", "routes/people/section.tsx", [
    index("routes/people/list.tsx"),
    route("invite", "routes/people/invite.tsx"),
    route(":personId", "routes/people/person.tsx"),
  ]),
];
