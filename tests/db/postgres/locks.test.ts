import { drizzle } from "drizzle-orm/pglite";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openPostgresStore } from "#db/postgres/store";
import type { Store } from "#db/store";
import { aDocument, roomyLimits } from "#tests/support/documents";
import { aDeclaration, aDraft, anAnswer, anEvent, hoursLater, now } from "#tests/support/factories";
import { aNewRating } from "#tests/support/ratings";
import { launch, type World } from "#tests/support/world";
import { aSchema, server } from "./database";

const said: string[] = [];
const logger = { logQuery: (statement: string) => void said.push(statement) };
let store: Store;
let world: World;
beforeAll(async () => {
  store = await openPostgresStore(drizzle(server, { logger }), { schema: aSchema() });
  world = await launch(store);
});
afterAll(() => store.close());
beforeEach(() => {
  said.length = 0;
});

/** The first lock that was taken, and whether nothing was written before. To advance an attestation is to lock it. */
function firstLock(): string | undefined {
  const first = said.find((statement) => /^(select .* for update|insert|update|delete)/.test(statement));
  return /for update of .*$|"attestations" set "revision"/.exec(first ?? "")?.[0];
}

describe("a write in PostgreSQL locks what it decides by before it writes", () => {
  const key = () => ({ org: world.organisation.id, attestation: world.recipient.attestation.id });
  const rating = () => aNewRating({ attestation: key().attestation, supplier: world.recipient.supplier.id });
  const evidence = aDocument();
  const writes: Record<string, readonly [lock: string, write: () => Promise<unknown>]> = {
    "a saved answer": [
      '"attestations" set "revision"',
      () =>
        store.attestations.saveAnswer({
          ...key(),
          question: "B1",
          basedOn: 0,
          answer: anAnswer(),
          at: now,
          audit: anEvent(),
        }),
    ],
    "a draft": [
      'for update of "attestations"',
      () => store.attestations.keepDraft({ ...key(), draft: aDraft(), audit: anEvent() }),
    ],
    "a document": [
      'for update of "attestations"',
      () => store.evidence.add({ ...key(), evidence, limits: roomyLimits, audit: anEvent() }),
    ],
    "a removed document": [
      'for update of "attestations"',
      () =>
        store.evidence.remove({
          ...key(),
          id: evidence.id,
          at: now,
          by: { kind: "system", name: "test" },
          audit: anEvent(),
        }),
    ],
    "a step of a launch": [
      'for update of "launches"',
      () =>
        store.launches
          .invite({ org: key().org, campaign: world.campaign.id, recipients: [] })
          .catch((error: unknown) => error),
    ],
    "what came of a mail": [
      'for update of "jobs"',
      () =>
        store.mails
          .sent({
            org: key().org,
            id: world.recipient.mail.id,
            attempts: 0,
            at: now,
            job: { lease: { id: 0, token: 0 }, isOver: false },
            audit: anEvent(),
          })
          .catch((error: unknown) => error),
    ],
    "a claim of jobs": [
      'for update of "jobs" skip locked',
      () => store.jobs.claim({ kinds: [{ kind: "mail.send", most: 10 }], now, leaseUntil: hoursLater(1) }),
    ],
    "a rating": [
      'for update of "attestations"',
      () => store.ratings.add({ ...rating(), org: key().org, audit: anEvent() }),
    ],
    "a submission": [
      'for update of "attestations"',
      () =>
        store.attestations.submit({
          ...key(),
          revision: 3,
          declaration: aDeclaration(),
          rating: rating(),
          audit: [anEvent()],
        }),
    ],
  };

  test.each(Object.entries(writes))("%s", async (_, [lock, write]) => {
    await write();
    expect(firstLock()).toBe(lock);
  });
});
