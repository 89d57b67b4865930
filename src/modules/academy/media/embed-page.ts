import { html } from "hono/html";

/**
 * A page of ours that is nothing but a frame for another site. It is framed by our lessons alone, and lets in that one site
 * alone, so that the policy of all other pages can keep foreign frames out.
 */
export async function embedPage({ url, title }: { url: string; title: string }): Promise<Response> {
  const { origin } = new URL(url);
  const body =
    await html`<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title || origin}</title>
    <link rel="stylesheet" href="/embed.css"></head>
    <body><iframe src="${url}" title="${title || origin}" allow="fullscreen" referrerpolicy="origin"></iframe></body></html>`;
  return new Response(String(body), {
    headers: {
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": `default-src 'none'; style-src 'self'; frame-src ${origin}; frame-ancestors 'self'; base-uri 'none'; form-action 'none'`,
      "x-frame-options": "SAMEORIGIN",
      "cache-control": "private, max-age=300",
    },
  });
}
