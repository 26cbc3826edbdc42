import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Links } from "#app/services/context/contexts";

const secretBytes = 32;

const alphabet = "abcdefghijkmnpqrstuvwxyz23456789";

/** SHA-256 of a text (UTF-8), 64 hex digits. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex");
}

/** A new id: 130 random bits in 26 characters that are hard to confuse. */
export function randomId(): string {
  return idFrom(randomBytes(26));
}

/** An id from bytes, one character for the last five bits of each. */
export function idFrom(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => alphabet[byte & 31]).join("");
}

/** A new session value: 256 random bits. */
export function randomSecret(): string {
  return randomBytes(32).toString("base64url");
}

/**
 * The installation's secret, made on first use in `DATA_DIR/secret` and readable by its owner only.
 * Whoever has it can make every link: it is backed up apart from the database, and losing it breaks all links.
 */
export function readSecret(dataDir: string): Buffer {
  const file = join(dataDir, "secret");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    try {
      // `wx`: of two processes starting at once one writes, the other reads what it wrote.
      writeFileSync(file, randomBytes(secretBytes).toString("base64url"), { mode: 0o600, flag: "wx" });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  const secret = secretFrom(readFileSync(file, "utf8"));
  if (secret === undefined) throw new Error(`${file} does not hold a secret of 32 bytes`);
  return secret;
}

/** A secret as its file holds it; undefined for anything else. */
export function secretFrom(text: string): Buffer | undefined {
  const secret = Buffer.from(text.trim(), "base64url");
  return secret.length === secretBytes ? secret : undefined;
}

/** A value by which a secret is known again. It says nothing about the secret and opens nothing. */
export function secretCheck(secret: Buffer): string {
  // No invitation's link is made from this text: theirs begin with `link:`.
  return createHmac("sha256", secret).update("check").digest("hex");
}

/** Links from a secret. The database never sees a token, so a stolen copy of it opens nothing. */
export function linksFrom(secret: Buffer): Links {
  // A purpose of its own: nothing that is made here opens an invitation, whose text begins with `link:`.
  const stopProof = (org: string, invitation: string) =>
    createHmac("sha256", secret)
      .update(`stop-mails:${JSON.stringify([org, invitation])}`)
      .digest();
  const signingCode = (facts: readonly string[]) => {
    const bytes = createHmac("sha256", secret)
      .update(`signing-code:${JSON.stringify(facts)}`)
      .digest();
    // Of 48 bits, so that no code is noticeably more likely than another.
    return String(bytes.readUIntBE(0, 6) % 1_000_000).padStart(6, "0");
  };
  return {
    signingCode,
    isSigningCode(facts, digits) {
      const given = Buffer.from(digits, "utf8");
      const right = Buffer.from(signingCode(facts), "utf8");
      return given.length === right.length && timingSafeEqual(given, right);
    },
    tokenFor: (invitation, generation) =>
      createHmac("sha256", secret).update(`link:${invitation}:${generation}`).digest("base64url"),
    stopProofFor: (org, invitation) => stopProof(org, invitation).toString("base64url"),
    isStopProof(org, invitation, proof) {
      const given = Buffer.from(proof, "base64url");
      const right = stopProof(org, invitation);
      return given.length === right.length && timingSafeEqual(given, right);
    },
    erasedKey: (org, email) => {
      const text = `erased-contact:${JSON.stringify([org, email.trim().toLowerCase()])}`;
      return `erased:${createHmac("sha256", secret).update(text).digest("base64url")}`;
    },
    hash: sha256,
  };
}
