import path from "node:path";
import { fileURLToPath } from "node:url";
import { openStaticFiles, type StaticFiles } from "#kernel/http/static-files.ts";

const START = `SwaggerUIBundle({ url: "/api/v1/openapi.json", dom_id: "#reference", deepLinking: true, tryItOutEnabled: false });`;

const page = (nonce: string): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Cairn API reference</title>
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<link rel="stylesheet" href="/api/docs/swagger-ui.css">
</head>
<body>
<main id="reference"><noscript>The machine-readable description is at <a href="/api/v1/openapi.json">/api/v1/openapi.json</a>.</noscript></main>
<script src="/api/docs/swagger-ui-bundle.js"></script>
<script nonce="${nonce}">${START}</script>
</body>
</html>
`;

/** Answers below `/api/docs`; undefined for what is not there. */
export type ApiDocs = (
  request: { pathname: string; acceptEncoding?: string },
  nonce: string,
) => Response | Promise<Response> | undefined;

/** Swagger UI from its npm package, served from this house: nothing comes from elsewhere. */
export async function openApiDocs(): Promise<ApiDocs> {
  const folder = path.dirname(fileURLToPath(import.meta.resolve("swagger-ui-dist/package.json")));
  const files: StaticFiles = await openStaticFiles(folder, "/none/", [
    "swagger-ui.css",
    "swagger-ui-bundle.js",
  ]);
  return ({ pathname, acceptEncoding }, nonce) => {
    if (pathname === "/api/docs" || pathname === "/api/docs/")
      return new Response(page(nonce), {
        headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
      });
    return files({ pathname: pathname.replace(/^\/api\/docs/, ""), acceptEncoding });
  };
}
