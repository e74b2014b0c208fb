// The site's service worker: it keeps the files that the site is made of, and answers with them, network or not. A new build
// is another version, fetched whole before it takes over.
export {}; // a module of its own

declare const SITE_VERSION: string;
declare const SITE_FILES: string[];

interface Lifetime extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Event {
  request: Request;
  respondWith(answer: Promise<Response>): void;
}

const scope = new URL("./", location.href).href;
const paths = SITE_FILES.map(folderOf);
const cacheName = `bonton-practice ${SITE_VERSION}`;

addEventListener("install", (event) => (event as Lifetime).waitUntil(fill()));
addEventListener("activate", (event) => (event as Lifetime).waitUntil(forgetOthers()));
addEventListener("fetch", (event) => {
  const { request, respondWith } = event as Fetching;
  const path = request.url.startsWith(scope)
    ? folderOf(request.url.slice(scope.length).replace(/[?#].*$/, ""))
    : undefined;
  if (request.method !== "GET" || path === undefined || !paths.includes(path)) return;
  respondWith.call(event, answer(path, request));
});

/** A page goes by its folder, also where it is asked for by its name: hosts redirect from index.html, and a browser takes no redirect
 *  from here. */
function folderOf(path: string): string {
  return path.replace(/(^|\/)index\.html$/, "$1");
}

async function fill(): Promise<void> {
  const cache = await caches.open(cacheName);
  await cache.addAll(paths.map((path) => new Request(scope + path, { cache: "reload" })));
}

async function forgetOthers(): Promise<void> {
  const old = (await caches.keys()).filter((key) => key.startsWith("bonton-practice ") && key !== cacheName);
  await Promise.all(old.map((key) => caches.delete(key)));
}

async function answer(path: string, request: Request): Promise<Response> {
  const kept = await (await caches.open(cacheName)).match(scope + path);
  return kept ?? fetch(request);
}
