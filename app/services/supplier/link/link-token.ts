import * as z from "zod";

/** 256 bits in base64url: whatever stands behind them came to the link on its way. */
const token = /^[\w-]{43}/;
const stopAddress = /^\/+stop-mails\/+([\w-]{1,64})\/+([\w-]{1,64})\/+([\w-]{43})/i;
const address = /^([\w-]{43})(?:\/+(decline|give-back|unsubscribe))?/;

/**
 * A link's token as it arrived, or the proof in an address that stops mails. Mail and chat programs take marks and words
 * behind a link into it; they are left out.
 */
export const linkToken = z.string().transform((text) => token.exec(text)?.[0] ?? text);

/** More times than programs encode an address again that is encoded already. */
const mostEncoded = 3;

/**
 * The path of a link's page without what stuck to its end on the way (`/s/TOKEN).` is `/s/TOKEN`), or undefined when the path
 * holds no whole token; the same of an address that stops mails. `path`: as it was asked for, percent signs and all.
 */
export function wholeLinkPath(path: string): string | undefined {
  const [, org, invitation, proof] = stopAddress.exec(path) ?? [];
  if (proof !== undefined) return `/stop-mails/${org}/${invitation}/${proof}`;
  let rest = /^\/+s\/+(.+)$/i.exec(path)?.[1];
  for (let times = 0; rest !== undefined && times <= mostEncoded; times += 1) {
    const [, found, page] = address.exec(rest) ?? [];
    if (found !== undefined) return page === undefined ? `/s/${found}` : `/s/${found}/${page}`;
    rest = decoded(rest);
  }
  return undefined;
}

/** Space and marks that show nothing before a token are left out too. */
function decoded(text: string): string {
  const plain = text.replace(/%([\da-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  return plain.replace(/^[^\w%-]+/, "");
}
