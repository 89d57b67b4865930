import { index, route } from "@react-router/dev/routes";

/** What the learning record store holds, and the programs that may send to it. */
export const consoleRoutes = [
  route("console/academy/records", "routes/academy-lrs/section.tsx", [
    index("routes/academy-lrs/statements.tsx"),
    route("clients", "routes/academy-lrs/clients-section.tsx", [
      index("routes/academy-lrs/clients.tsx"),
      route("new", "routes/academy-lrs/new-client.tsx"),
      route(":clientId", "routes/academy-lrs/client.tsx"),
    ]),
  ]),
  route("console/academy/records.csv", "routes/academy-lrs/statements-csv.ts"),
];
