import { chmodSync, existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { linksFrom, readSecret, secretCheck, secretFrom } from "#app/adapters/secrets.server";
import type { Store } from "#db/store";
import { StartError } from "./start-error";

/** So many of the newest links are compared, where the database does not say yet which secret is its own. */
const comparedLinks = 20;

/**
 * The secret that all links are made with. It belongs to the database beside it: with another one, or a new one, links that
 * are shown or sent again would open nothing. So it is made only where no link was, and known again by a check value.
 * @throws {StartError} where links were made and the secret is missing, wrong or open to others
 */
export async function openSecret(dataDir: string, store: Pick<Store, "upkeep">): Promise<Buffer> {
  const file = join(dataDir, "secret");
  const made = await store.upkeep.newestLinks(comparedLinks);
  const hasLinks = made.length > 0;
  if (!existsSync(file)) {
    if (hasLinks) throw new StartError(missing(file));
  } else if (secretFrom(readFileSync(file, "utf8")) === undefined) {
    throw new StartError(unreadable(file, hasLinks));
  } else if (isOpenToOthers(file)) {
    if (hasLinks) throw new StartError(openToOthers(file));
    chmodSync(file, 0o600);
  }
  const secret = readSecret(dataDir);
  const check = secretCheck(secret);
  const kept = await store.upkeep.fact("secret-check");
  const { tokenFor, hash } = linksFrom(secret);
  const isOurs =
    kept === undefined
      ? made.some(({ invitation, generation, tokenHash }) => hash(tokenFor(invitation, generation)) === tokenHash)
      : kept === check;
  if (hasLinks && !isOurs) throw new StartError(wrong(file));
  if (kept !== check) await store.upkeep.keepFact("secret-check", check);
  return secret;
}

/** Windows has no such rights. */
function isOpenToOthers(file: string): boolean {
  return process.platform !== "win32" && (statSync(file).mode & 0o077) !== 0;
}

const putBack = (file: string) =>
  `Put back the one that was kept apart from the backup, as ${file}, readable by its owner only (chmod 600). If it is lost for good, npm run new-secret makes another one and new links.`;

const missing = (file: string) =>
  `The file ${file} is missing, and the database holds links to suppliers that were made with it. With a new one, every link that is shown or sent again would open nothing. ${putBack(file)}`;

const wrong = (file: string) =>
  `The file ${file} holds another secret than the one that the links in the database were made with. Every link that is shown or sent again would open nothing. ${putBack(file)}`;

const openToOthers = (file: string) =>
  `The file ${file} can be read by other accounts of this machine, and whoever has read it can open every supplier's link. Run chmod 600 on it; if somebody may have read it, also send new links.`;

const unreadable = (file: string, hasLinks: boolean) =>
  `The file ${file} does not hold a secret of 32 bytes. ${hasLinks ? putBack(file) : "Delete it, and the next start makes one."}`;
