import { route } from "@react-router/dev/routes";

/** The gallery of parts; not in production unless it is a sandbox. */
export const consoleRoutes = [route("console/design", "routes/design/gallery.tsx")];
