import { layout, route } from "@react-router/dev/routes";

/** A student's own certificates. */
export const openRoutes = [
  layout("routes/learn/learn-shell.tsx", { id: "learn-certificates" }, [
    layout("routes/learn/learn-boundary.tsx", { id: "learn-certificates-boundary" }, [
      route("learn/certificates", "routes/learn-certificates/list.tsx", { id: "my-certificates" }),
      route("learn/certificates/:certificateId", "routes/learn-certificates/mine.tsx"),
    ]),
  ]),
];
