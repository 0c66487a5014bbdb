// Keeps one version of the page in the browser, so that it opens without network.
// `xtask` writes the files and their hashes above this text; a new version is a new list, and takes over when the clerk says so.
"use strict";

// Several copies of the page may live under one origin: each knows its own by the address it is under.
const OURS = "nianbao " + registration.scope + " ";
const KEPT = OURS + FILES["index.html"];

async function keepAll() {
  const cache = await caches.open(KEPT);
  await Promise.all(Object.keys(FILES).map(async (name) => {
    // A hash that differs means that the host is being updated right now: the browser tries again at the next visit.
    const response = await fetch(name, { cache: "no-cache", integrity: FILES[name] });
    if (!response.ok) throw new Error(name + ": " + response.status);
    // Made anew, since the answer of a host that redirects cannot be shown as a page.
    await cache.put(name, new Response(response.body, { headers: response.headers }));
  }));
}

// The version before stays as well: a window that was opened with it may still ask for its parts.
async function forgetOlder() {
  const earlier = (await caches.keys()).filter((name) => name.startsWith(OURS) && name !== KEPT);
  await Promise.all(earlier.slice(0, -1).map((name) => caches.delete(name)));
}

async function kept(name, request) {
  const cache = await caches.open(KEPT);
  const found = (await cache.match(name)) || (await caches.match(request));
  return found || fetch(request);
}

addEventListener("install", (event) => event.waitUntil(keepAll()));
addEventListener("activate", (event) => event.waitUntil(forgetOlder()));
addEventListener("message", (event) => { if (event.data === "take over") skipWaiting(); });
addEventListener("fetch", (event) => {
  const address = event.request.url.split(/[?#]/)[0];
  if (event.request.method !== "GET" || !address.startsWith(registration.scope)) return;
  const name = address.slice(registration.scope.length) || "index.html";
  // Each version has a folder of its own; what is beside them, as the page in one file, is the host's to answer.
  if (name in FILES || /^[0-9a-f]{16}\//.test(name)) event.respondWith(kept(name, event.request));
});
