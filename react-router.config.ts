import type { Config } from "@react-router/dev/config";

export default {
  appDirectory: "src/web",
  // `cairn start` builds beside the bundle in use and swaps the two.
  buildDirectory: process.env.CAIRN_BUILD_DIRECTORY ?? "build",
  ssr: true,
  // All routes in the first document: the console is small, and discovery would be one more public address.
  routeDiscovery: { mode: "initial" },
} satisfies Config;
