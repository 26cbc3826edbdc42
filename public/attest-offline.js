// Shows pages of an attestation that this browser has opened before when there is no line. What the server says always goes
// first. It keeps pages of sessions that are open and no others, and forgets them with the session.
const pages = "avow pages 1";
const files = "avow files 1";
/** After so long a kept page says too little of what is saved, in milliseconds. */
const longest = 3 * 86_400_000;

/** Address of the attestation that a page belongs to, such as `/attest/3f0c…`. */
const attestationOf = (pathname) => /^\/attest\/[^/]+/.exec(pathname)?.[0];

async function forget(attestation) {
  const cache = await caches.open(pages);
  for (const { url } of await cache.keys()) {
    if (attestationOf(new URL(url).pathname) === attestation) await cache.delete(url);
  }
}

/** A page that was opened somewhere else on the way here is another page. Without a session or a link nothing is kept of any. */
async function keepPage(pathname, answer) {
  if ([401, 410].includes(answer.status)) return forget(attestationOf(pathname));
  // A question that is not asked any more, or that somebody else answers: the others are as they were.
  if ([403, 404].includes(answer.status)) return (await caches.open(pages)).delete(pathname);
  const isPage = answer.ok && !answer.redirected && answer.headers.get("content-type")?.startsWith("text/html");
  if (isPage) await (await caches.open(pages)).put(pathname, answer);
}

async function keptPage(pathname) {
  const page = await (await caches.open(pages)).match(pathname);
  return page && Date.now() - Date.parse(page.headers.get("date")) < longest ? page : undefined;
}

async function openPage(request, pathname) {
  try {
    const answer = await fetch(request);
    await keepPage(pathname, answer.clone());
    return answer;
  } catch (error) {
    const sections = attestationOf(pathname);
    const kept = await keptPage(pathname);
    if (kept) return kept;
    if (pathname !== sections && (await keptPage(sections))) return Response.redirect(`${sections}#not-opened`);
    throw error;
  }
}

async function openFile(request) {
  const cache = await caches.open(files);
  const kept = await cache.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}

/** The page that brought this worker here was opened without it, and the list of sections is the way back to all others. */
async function begin() {
  await clients.claim();
  const open = (await clients.matchAll({ type: "window" }))
    .map(({ url }) => new URL(url).pathname)
    .filter(attestationOf);
  for (const pathname of new Set(open.flatMap((one) => [one, attestationOf(one)]))) {
    await fetch(pathname).then(
      (answer) => keepPage(pathname, answer),
      () => {},
    );
  }
}

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(begin()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  const attestation = attestationOf(pathname);
  // Signing out on a shared device takes the pages along, whether or not there is a line.
  if (request.method === "POST" && attestation && pathname === `${attestation}/done`)
    event.waitUntil(forget(attestation));
  if (request.method !== "GET") return;
  if (request.mode === "navigate" && attestation) event.respondWith(openPage(request, pathname));
  else if (pathname.startsWith("/assets/")) event.respondWith(openFile(request));
});
