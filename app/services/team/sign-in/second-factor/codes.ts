import { Secret, TOTP } from "otpauth";
import { encode } from "uqr";
import type { ServiceContext } from "#app/services/context/contexts";
import type { User } from "#db/records";

/** What every authenticator understands: six digits, new every half minute (RFC 6238). */
const kind = { algorithm: "SHA1", digits: 6, period: 30 } as const;
/** Codes before and after the one of now that are taken too: clocks differ, and people take time to type. */
const window = 1;

/** The secret of somebody's authenticator. It is derived, like a link: a stolen copy of the database makes no codes. */
function authenticator(ctx: ServiceContext, user: Pick<User, "id" | "email">, generation: number): TOTP {
  const bytes = Buffer.from(ctx.links.tokenFor(`totp:${user.id}`, generation), "base64url").subarray(0, 20);
  const secret = new Secret({ buffer: new Uint8Array(bytes).buffer });
  return new TOTP({ issuer: "Avow", label: user.email, secret, ...kind });
}

/** What an authenticator is told, as a picture (rows of its dark and light squares) and as letters to type. */
export function authenticatorSetting(ctx: ServiceContext, user: User, generation: number) {
  const totp = authenticator(ctx, user, generation);
  const { data: squares } = encode(totp.toString(), { ecc: "M", border: 0 });
  const secret = totp.secret.base32.replace(/(.{4})(?=.)/g, "$1 ");
  return { squares, secret, uri: totp.toString() };
}

/** The number of the half minute whose code this is, or undefined for a code of none near now. */
export function stepOf(ctx: ServiceContext, user: User, generation: number, code: string): number | undefined {
  const token = code.replace(/\s/g, "");
  if (!/^\d{6}$/.test(token)) return undefined;
  const timestamp = ctx.clock.now().getTime();
  const delta = authenticator(ctx, user, generation).validate({ token, timestamp, window });
  return delta === null ? undefined : Math.floor(timestamp / (kind.period * 1_000)) + delta;
}

/** How many recovery codes somebody gets. */
const recoveryCodes = 10;
const letters = /[^a-z0-9]/g;

/** New recovery codes, as they are shown once, and as they are kept. */
export function newRecoveryCodes(ctx: ServiceContext, user: Pick<User, "id">) {
  const codes = Array.from({ length: recoveryCodes }, () => recoveryCode(ctx));
  return { codes, codeHashes: codes.map((code) => recoveryHash(ctx, user, code)) };
}

/** Twenty hexadecimal digits, 80 random bits. */
function recoveryCode(ctx: ServiceContext): string {
  const text = ctx.sha256(ctx.ids.secret()).slice(0, 20);
  return text.replace(/(.{5})(?=.)/g, "$1-");
}

/** What is kept of a recovery code. They are too long to be guessed, so one round is enough. */
export function recoveryHash(ctx: ServiceContext, { id }: Pick<User, "id">, code: string): string {
  return ctx.sha256(`recovery:${id}:${code.toLowerCase().replace(letters, "")}`);
}
