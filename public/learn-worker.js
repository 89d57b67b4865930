// Keeps text lessons on the device, so that they can be read without a connection. Nothing here is shown while the server
// can be reached; what was read comes from it, and replaces what was kept.
const PAGES = "cairn-lessons-1";
const FILES = "cairn-lesson-files-1";
const MAX_FILE_BYTES = 3_000_000;

const OFFLINE = `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Offline</title><h1>You are offline</h1>
<p>This page is not kept on this device. Lessons you opened before, and the next ones of your course, are.</p>
<p><a href="/learn">Your courses</a></p></html>`;

/** The same page by any way of asking: the address without what follows the question mark. */
const keyOf = (url) => {
  const { origin, pathname } = new URL(url);
  return origin + pathname;
};

const isPage = (request, { pathname }) =>
  /^\/learn(\/|\.data$|$)/.test(pathname) &&
  !pathname.startsWith("/learn/media/") &&
  (request.mode === "navigate" || pathname.endsWith(".data"));

// Pages that are the same for everybody who reads them, or that a student looks at again: no attempts, no calendar.
const isKept = ({ pathname }) => /^\/learn(\/[a-z0-9-]+(\/lessons\/[a-z0-9-]+)?)?(\.data)?$/.test(pathname);

async function page(request, url) {
  const pages = await caches.open(PAGES);
  try {
    const answer = await fetch(request);
    if (answer.ok && !answer.redirected && isKept(url)) await pages.put(keyOf(request.url), answer.clone());
    return answer;
  } catch (error) {
    const kept = await pages.match(keyOf(request.url));
    if (kept) return kept;
    if (request.mode !== "navigate") throw error;
    return new Response(OFFLINE, { status: 503, headers: { "content-type": "text/html; charset=utf-8" } });
  }
}

const isSmall = (answer) => Number(answer.headers.get("content-length") ?? Infinity) <= MAX_FILE_BYTES;

async function file(request, isForEver) {
  const files = await caches.open(FILES);
  if (isForEver) {
    const kept = await files.match(request);
    if (kept) return kept;
  }
  try {
    const answer = await fetch(request);
    if (answer.status === 200 && (isForEver || isSmall(answer))) await files.put(request, answer.clone());
    return answer;
  } catch (error) {
    const kept = await files.match(request);
    if (kept) return kept;
    throw error;
  }
}

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys())
        if (name.startsWith("cairn-lesson") && ![PAGES, FILES].includes(name)) await caches.delete(name);
      await self.clients.claim();
    })(),
  );
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (isPage(request, url)) event.respondWith(page(request, url));
  else if (url.pathname.startsWith("/assets/")) event.respondWith(file(request, true));
  else if (request.destination === "image" || request.destination === "style") event.respondWith(file(request, false));
});

/** Fetches the lessons a page names, and the pictures and styles they need come along as they are read. */
async function keep(addresses) {
  const pages = await caches.open(PAGES);
  for (const address of addresses)
    for (const wanted of [address, `${address}.data`]) {
      const key = keyOf(new URL(wanted, self.location.origin).href);
      if (await pages.match(key)) continue;
      // `keep` tells the server that nobody looks at the lesson yet.
      const answer = await fetch(`${wanted}?keep`, { credentials: "same-origin" }).catch(() => undefined);
      if (!answer) return;
      if (answer.ok && !answer.redirected) await pages.put(key, answer);
    }
}

self.addEventListener("message", (event) => {
  if (Array.isArray(event.data?.keep)) event.waitUntil(keep(event.data.keep.slice(0, 30).map(String)));
});
