// What the build lists, in `self.inventory`, and how its addresses are written: under the root, a page is its folder.

export const { version, whole, core, needed, stable, files } = self.inventory;
export const scope = new URL(self.registration.scope);

export const known = (address) => Object.hasOwn(files, address);

/** Whether a file never changes under its name. */
export const lasting = (address) => stable.some((folder) => address.startsWith(folder));

/** Address under the root, as the inventory writes it; null outside the site. */
export function addressOf(url) {
  if (url.origin !== scope.origin || !url.pathname.startsWith(scope.pathname)) return null;
  const path = plain(url.pathname.slice(scope.pathname.length)).replace(/(^|\/)index\.html$/, "$1");
  return !known(path) && known(`${path}/`) ? `${path}/` : path;
}

/** « %C3%A9 » → « é »; what cannot be read so stays as it is. */
function plain(path) {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** Where a file is fetched. */
export const place = (address) => scope.href + address.split("/").map(encodeURIComponent).join("/");

/** The name under which it is kept: it tells the hash of what it holds. */
export const entry = (address) => `${place(address)}?${files[address]}`;

export const markOf = (name) => new URL(name).search.slice(1);
