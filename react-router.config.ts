import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src/web",
  buildDirectory: "build",
  ssr: true,
  // All routes in the first document: the console is small, and discovery would be one more public address.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
