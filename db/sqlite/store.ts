import { attestationQueries } from "#db/queries/attestations/attestations";
import { evidenceQueries } from "#db/queries/attestations/evidence";
import { ratingQueries } from "#db/queries/attestations/ratings";
import { auditKeeper, auditQueries } from "#db/queries/audit-events";
import { campaignQueries } from "#db/queries/campaigns/campaigns";
import { invitationQueries } from "#db/queries/campaigns/invitations";
import { launchQueries } from "#db/queries/campaigns/launches";
import type { Ground } from "#db/queries/ground";
import { mailQueries } from "#db/queries/mails";
import { organisationQueries } from "#db/queries/organisations";
import { supplierQueries } from "#db/queries/suppliers/suppliers";
import { userQueries } from "#db/queries/users";
import type { Store } from "#db/store";
import { limitSize, openReader, openWriter, queriesOn } from "./connection";
import { dialect } from "./dialect";
import { migrate } from "./migrate";
import { tables } from "./schema";
import { WriteQueue } from "./write";

/** `path` is a file, made when it is not there, or `:memory:`. Throws MigrationError. */
export function openSqliteStore(path: string, options: { readonly maxMegabytes?: number }): Store {
  const handle = openWriter(path);
  try {
    migrate(handle);
  } catch (error) {
    handle.close();
    throw error;
  }
  if (options.maxMegabytes !== undefined) limitSize(handle, options.maxMegabytes);
  const reader = openReader(path, handle);
  const writer = queriesOn(handle);
  const queue = new WriteQueue(handle, auditKeeper(tables, writer));
  const ground: Ground = {
    tables,
    read: queriesOn(reader),
    writer,
    write: queue.write,
    writeInSteps: queue.writeInSteps,
    housekeep: queue.housekeep,
    dialect,
  };

  return {
    organisations: organisationQueries(ground),
    users: userQueries(ground),
    suppliers: supplierQueries(ground),
    campaigns: campaignQueries(ground),
    launches: launchQueries(ground),
    invitations: invitationQueries(ground),
    attestations: attestationQueries(ground),
    evidence: evidenceQueries(ground),
    ratings: ratingQueries(ground),
    mails: mailQueries(ground),
    audit: auditQueries(ground),
    async ping() {
      await queue.housekeep(() => {
        handle.exec("CREATE TABLE ping (page BLOB) STRICT; INSERT INTO ping VALUES (zeroblob(4096)); DROP TABLE ping");
      });
    },
    async close() {
      await queue.close();
      if (reader !== handle) reader.close();
      handle.close();
    },
  };
}
