import { index, route } from "@react-router/dev/routes";

/** Certificates that were given, and the keys of badges. */
export const consoleRoutes = [
  route("console/academy/certificates", "routes/academy-certificates/section.tsx", [
    index("routes/academy-certificates/list.tsx"),
    route("keys", "routes/academy-certificates/keys.tsx"),
    route(":certificateId", "routes/academy-certificates/record.tsx"),
  ]),
  route("console/academy/certificates.csv", "routes/academy-certificates/list-csv.ts"),
];
