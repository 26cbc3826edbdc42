import { createHash, createHmac, randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Links } from "#app/services/context/contexts";

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
    mkdirSync(dataDir, { recursive: true });
    try {
      // `wx`: of two processes starting at once one writes, the other reads what it wrote.
      writeFileSync(file, randomBytes(32).toString("base64url"), { mode: 0o600, flag: "wx" });
      chmodSync(file, 0o600);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  const secret = Buffer.from(readFileSync(file, "utf8").trim(), "base64url");
  if (secret.length !== 32) throw new Error(`${file} does not hold a secret of 32 bytes`);
  return secret;
}

/** Links from a secret. The database never sees a token, so a stolen copy of it opens nothing. */
export function linksFrom(secret: Buffer): Links {
  return {
    tokenFor: (invitation, generation) =>
      createHmac("sha256", secret).update(`link:${invitation}:${generation}`).digest("base64url"),
    hash: sha256,
  };
}
