import { reactRouter } from "@react-router/dev/vite";
import tailwindcss from "@tailwindcss/vite";
import { defineConfig } from "vite";

export default defineConfig({
  plugins: [tailwindcss(), reactRouter()],
  build: {
    // Icons and fonts must stay files: a data: address would need a hole in the content security policy.
    assetsInlineLimit: 0,
  },
  // One copy of React Router for the server bundle and for src/main: the context key is an object, and two
  // copies of the class that reads it would not see each other's values.
  ssr: { external: ["react-router", "react", "react-dom"] },
});
