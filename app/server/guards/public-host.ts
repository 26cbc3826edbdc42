import type { IncomingMessage } from "node:http";

/**
 * Names that no stranger can own: one word, as containers have, and those that are kept for inside use. What a proxy sends on
 * in its usual setting is the address that it found us under, and not the one that people typed.
 */
const insideName = /^(?:[\w-]+|[\w.-]+\.(?:localhost|local|internal|lan|home\.arpa|svc|test))$/i;
const loopback = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/i;

type Asked = Pick<IncomingMessage, "headers"> & { readonly socket: { readonly localAddress?: string } };

/**
 * Whether a request came for this site: by its public address, whatever its capitals and with the usual port or without, or
 * by an address that only a proxy or somebody inside uses. Another site's name must not show this one, or a stranger's page
 * could be made to look like it.
 */
export function isForThisSite({ headers, socket }: Asked, publicOrigin: string): boolean {
  const { protocol, host: publicHost } = new URL(publicOrigin);
  const { host = "" } = headers;
  if (!URL.canParse(`${protocol}//${host}`)) return false;
  const url = new URL(`${protocol}//${host}`);
  const name = url.hostname.replace(/\.$/, "");
  if (`${name}${url.port && `:${url.port}`}` === publicHost) return true;
  return isInside(name, socket.localAddress);
}

/** Whether a name is one of this machine itself. */
export function isLoopback(name: string): boolean {
  return loopback.test(name);
}

function isInside(name: string, localAddress = ""): boolean {
  // An IPv4 address may be written as IPv6 by the system.
  const own = localAddress.replace(/^::ffff:/i, "");
  const address = name.replace(/^\[(.*)\]$/, "$1");
  if (isLoopback(name) || (own !== "" && address.toLowerCase() === own.toLowerCase())) return true;
  // A number alone is an address too, and not a word.
  return insideName.test(name) && !/^[\d.]+$/.test(name);
}
