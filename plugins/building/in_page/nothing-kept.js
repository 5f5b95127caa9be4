// In place of the site's service worker during `inv serve`: keeps nothing, and takes the place of one that an earlier
// visit to this address left, so that what is seen is what was just built.
self.addEventListener("install", () => self.skipWaiting());
