/* Keeps the page of roll call, and who is on the roll, for when there is no network. It sees nothing but
   that page: its scope ends there. Whoever is signed out, or may no longer look, finds nothing kept. */
'use strict';
const KEPT = 'portolan-roll-call-1';
const PATIENCE = 6000;
const page = url => /^\/desk\/session\/\d+\/roll-call$/.test(url.pathname);
const list = url => /^\/api\/v1\/sessions\/\d+\/roll$/.test(url.pathname);
const key = url => (page(url) || list(url) ? url.pathname : url.pathname + url.search);

self.addEventListener('install', () => self.skipWaiting());
self.addEventListener('activate', event => {
  event.waitUntil(
    (async () => {
      const names = await caches.keys();
      await Promise.all(
        names.filter(name => name.startsWith('portolan-roll-call-') && name !== KEPT).map(name => caches.delete(name)),
      );
      await self.clients.claim();
    })(),
  );
});

const fresh = async request => {
  const url = new URL(request.url);
  const kept = await caches.open(KEPT);
  let answer;
  try {
    answer = await Promise.race([
      fetch(request),
      new Promise((done, failed) => setTimeout(() => failed(new Error('slow')), PATIENCE)),
    ]);
  } catch (away) {
    const found = await kept.match(key(url));
    if (found) return found;
    throw away;
  }
  if (answer.ok && !answer.redirected) await kept.put(key(url), answer.clone());
  else if (answer.redirected || (answer.status >= 400 && answer.status < 500)) await kept.delete(key(url));
  return answer;
};
const own = async request => {
  const kept = await caches.open(KEPT);
  return (await kept.match(key(new URL(request.url)))) || fetch(request);
};

self.addEventListener('fetch', event => {
  const url = new URL(event.request.url);
  if (event.request.method !== 'GET' || url.origin !== self.location.origin) return;
  if (page(url) || list(url)) event.respondWith(fresh(event.request));
  else if (url.pathname.startsWith('/resources/portolan/')) event.respondWith(own(event.request));
});
self.addEventListener('message', event => {
  if (!event.data || !Array.isArray(event.data.keep)) return;
  event.waitUntil(
    (async () => {
      const kept = await caches.open(KEPT);
      for (const address of event.data.keep) {
        const url = new URL(address, self.location.origin);
        const answer = await fetch(url, { credentials: 'same-origin' });
        if (!answer.ok || answer.redirected) return;
        await kept.put(key(url), answer);
      }
      event.source.postMessage('kept');
    })(),
  );
});
