import { domainToASCII } from "node:url";
import * as z from "zod";

const signs =
  "Signs of a user or password that mean something in an address are written as codes: # as %23, / as %2F, ? as %3F, @ as %40, % as %25.";
const form = "must be smtp://user:password@host:port or smtps://…";

/** What may stand after the ? of the address; it is handed to nodemailer as it is. */
const options = [
  "requireTLS",
  "ignoreTLS",
  "name",
  "authMethod",
  "tls.rejectUnauthorized",
  "tls.servername",
  "tls.minVersion",
];

/** The address of a mail server. The messages never repeat it, because it holds a password. */
export const smtpUrl = z.string().superRefine((value, { addIssue }) => {
  const wrong = wrongIn(value);
  if (wrong) addIssue({ code: "custom", message: `${wrong}. ${signs}` });
});

/** Why mail could not be sent with this address; undefined where nothing speaks against it. */
function wrongIn(value: string): string | undefined {
  if (!/^smtps?:\/\//i.test(value)) return form;
  // What is cut off is the end of the password, and with it the host.
  if (value.includes("#")) return "has a # in it, which cuts off what follows";
  if (!URL.canParse(value)) return form;
  const url = new URL(value);
  if (url.pathname !== "" && url.pathname !== "/") return "goes on after the host: a / cuts off what follows";
  if ([...url.searchParams.keys()].some((name) => !options.includes(name)) || url.search.includes("@")) {
    return "has a ? in it, which cuts off what follows";
  }
  if (!isHost(url.hostname)) return `names no host: ${form}`;
  if (url.port === "0") return "names no port that a mail server could have";
  return wrongLogin(url);
}

/** A name of ASCII letters, such as the xn-- form of another one, or an IP address. */
function isHost(host: string): boolean {
  return /^\[[\da-f:.]+\]$/i.test(host) || /^(?!-)[a-z\d_-]{1,63}(?:\.[a-z\d_-]{1,63})*\.?$/i.test(host);
}

function wrongLogin({ username, password }: URL): string | undefined {
  if ((username === "") !== (password === "")) return "names a user without a password, or the other way round";
  if (decoded(username) === undefined || decoded(password) === undefined) return "has a % in it that begins no code";
  return undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

/** Whether a mail server is this machine itself: what is said to it passes no line that anybody could listen to. */
export function isOnThisMachine(address: string | undefined): boolean {
  if (address === undefined) return false;
  // Other schemes than those of the web leave the host as it was typed.
  const host = new URL(address).hostname.toLowerCase();
  return /^(?:127(?:\.\d{1,3}){3}|\[::1\]|(?:[a-z\d-]+\.)*localhost\.?)$/.test(host);
}

const local = /^[\w!#$%&'*+/=?^`{|}~-]+(?:\.[\w!#$%&'*+/=?^`{|}~-]+)*$/;
const domain = /^(?!-)[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63})*$/i;

/** The sender of all mails: `Avow <avow@example.com>` or the address alone. */
export const mailFrom = z
  .string()
  .trim()
  .refine((value) => isSender(value), {
    error:
      "must be one address, such as avow@example.com or 'Avow <avow@example.com>', with letters of a to z before the @",
  });

function isSender(value: string): boolean {
  if (/\p{Cc}/u.test(value)) return false;
  const address = /^[^<>]*<([^<>]+)>$/.exec(value)?.[1] ?? value;
  const at = address.lastIndexOf("@");
  return local.test(address.slice(0, Math.max(at, 0))) && domain.test(domainToASCII(address.slice(at + 1)));
}
