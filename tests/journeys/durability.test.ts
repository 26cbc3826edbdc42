import { expect, it } from "vitest";
import { clientOf, redirectPathOf } from "#tests/support/http-client";
import { aDataFolder, launchWithLinks, type Product, startProduct, withStore } from "#tests/support/product";

const kills = 20;
const savesInAll = 200;
/** Questions that every supplier is asked from the start, saved in turn. */
const questions = ["E1", "F5", "G1", "G2", "G4", "I2"] as const;
const options: Readonly<Record<string, readonly [string, string]>> = {
  E1: ["no", "~dk"],
  F5: ["no", "yes"],
  G1: ["worker", "own-locker"],
};

/** What was answered with success, and what was sent last: that may be kept without anybody having been told. */
type Told = {
  readonly revisions: Map<string, number>;
  readonly comments: Map<string, string>;
  readonly sent: Map<string, string>;
};

it("keeps every answer that a supplier was told is saved when the process is killed twenty times in 200 saves", {
  timeout: 240_000,
}, async () => {
  const dataDir = aDataFolder();
  const world = await launchWithLinks(dataDir);
  const org = world.organisation.id;
  const attestation = world.recipient.attestation.id;
  const told: Told = { revisions: new Map(), comments: new Map(), sent: new Map() };
  let saves = 0;

  for (let round = 0; round < kills; round += 1) {
    const product = await startProduct(dataDir);
    // What was told before is there again, as the page shows it and not only as the file holds it.
    const client = clientOf(product.origin);
    const base = await redirectPathOf(await client.post(world.paths[0] ?? "", []));
    for (const [question, comment] of told.comments) {
      const page = await (await client.get(`${base}/${question}`)).text();
      const shown = page.includes(comment) || page.includes(told.sent.get(question) ?? comment);
      expect([question, comment, shown]).toEqual([question, comment, true]);
    }
    saves += await saveUntilKilled(product, { base, client, told, atLeast: savesInAll / kills });
  }

  expect(saves).toBeGreaterThanOrEqual(savesInAll);
  await withStore(dataDir, async (store) => {
    const history = await store.attestations.history(org, attestation);
    const events = await store.audit.trail(org, { subjects: [attestation], most: 10_000 });
    for (const [question, revision] of told.revisions) {
      const kept = history.filter((saved) => saved.question === question);
      expect(kept.length).toBeGreaterThanOrEqual(revision);
      expect(kept[revision - 1]?.answer.comment).toBe(told.comments.get(question));
    }
    // Both or neither, even then.
    expect(events.filter(({ action }) => action === "answer.saved")).toHaveLength(history.length);
  });
});

/** Saves one answer after the other, pulls the plug at any moment after the `atLeast`th, and counts what was told. */
async function saveUntilKilled(
  product: Product,
  { base, client, told, atLeast }: { base: string; client: ReturnType<typeof clientOf>; told: Told; atLeast: number },
): Promise<number> {
  // One save that dies under way may be kept without anybody having been told; the page says which revision is newest.
  const basedOn = new Map<string, number>();
  for (const question of questions) {
    const page = await (await client.get(`${base}/${question}`)).text();
    basedOn.set(question, Number(/name="basedOn" value="(\d+)"/.exec(page)?.[1]));
  }
  let saved = 0;
  let dying = false;
  let died: Promise<void> = Promise.resolve();
  for (let turn = 0; ; turn += 1) {
    const question = questions[turn % questions.length] ?? "E1";
    const comment = `save ${turn} of ${product.origin}`;
    const choice = (options[question] ?? ["yes", "no"])[turn % 2];
    const revision = basedOn.get(question) ?? 0;
    const form = [
      ["basedOn", String(revision)],
      [`${question}.answer`, choice ?? "yes"],
      [`${question}.comment`, comment],
    ] as const;
    told.sent.set(question, comment);
    const answer = await client.post(`${base}/${question}`, form).catch(() => undefined);
    if (!answer) break;
    if (answer.status !== 302) throw new Error(`${answer.status} for ${question}: ${await answer.text()}`);
    saved += 1;
    basedOn.set(question, revision + 1);
    told.revisions.set(question, revision + 1);
    told.comments.set(question, comment);
    if (saved >= atLeast && !dying) {
      dying = true;
      died = new Promise((resolve) => setTimeout(() => resolve(product.kill()), Math.random() * 15));
    }
  }
  await died;
  return saved;
}
