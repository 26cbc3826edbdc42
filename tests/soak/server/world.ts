import { randomBytes } from "node:crypto";
import { sha256 } from "#app/adapters/secrets.server";
import type { Store } from "#db/store";
import type { Answers } from "#questionnaires/answers";
import { questionnaires } from "#questionnaires/index";
import { openQuestions } from "#questionnaires/walk";
import { currentEdition } from "#scoring/editions/index";
import { walkWithFacts } from "#scoring/facts";
import { newestRuleSetFor } from "#scoring/rulesets/index";
import { cleanFirm } from "#tests/questionnaires/firms";
import { aCampaign, aContact, anEvent, anImported, aSupplier } from "#tests/support/factories";
import { launchWithLinks, withStore } from "#tests/support/product";

export type Session = { readonly attestation: string; readonly reference: string; readonly cookie: string };

export type World = {
  readonly org: string;
  /** The session of its administrator. */
  readonly team: string;
  /** Suppliers who have answered nothing yet. */
  readonly answering: readonly Session[];
  /** Suppliers who have answered everything, with the revision of their attestation. */
  readonly signing: readonly (Session & { readonly revision: number })[];
  /** Campaigns that wait for their launch, with the suppliers that each asks. */
  readonly drafts: readonly { readonly campaign: string; readonly names: readonly string[] }[];
};

type Counts = { readonly answering: number; readonly signing: number; readonly drafts: number };

/** An organisation with suppliers at work: so many who answer, and so many who only have to sign; and with drafts of campaigns. */
export async function makeWorld(dataDir: string, counts: Counts): Promise<World> {
  const suppliers = counts.answering + counts.signing;
  const world = await launchWithLinks(dataDir, { suppliers, contact: { language: "en" } });
  const org = world.organisation.id;
  return withStore(dataDir, async (store) => {
    const team = randomBytes(32).toString("base64url");
    const createdAt = new Date();
    const expiresAt = new Date(createdAt.getTime() + 11 * 3_600_000);
    const signIn = { org, user: world.admin.id, sessionHash: sha256(team), createdAt, expiresAt, audit: anEvent() };
    await store.users.signIn(signIn);
    const sessions = await Promise.all(
      world.recipients.map(async ({ attestation }) => {
        const cookie = randomBytes(32).toString("base64url");
        const start = { org, attestation: attestation.id, sessionHash: sha256(cookie), at: new Date() };
        await store.attestations.start({ ...start, audit: anEvent() });
        return { attestation: attestation.id, reference: attestation.reference, cookie };
      }),
    );
    const answers = answersToAll();
    const ready = sessions.slice(counts.answering);
    const signing = await Promise.all(
      ready.map(async (one) => ({ ...one, revision: await giveAll(store, org, one.attestation, answers) })),
    );
    const drafts: World["drafts"][number][] = [];
    while (drafts.length < counts.drafts) drafts.push(await makeDraft(store, org, drafts.length));
    return { org, team, answering: sessions.slice(0, counts.answering), signing, drafts };
  });
}

/** Where the supplier of this name gets its mail. */
export const mailOf = (name: string) => `${name.toLowerCase().replaceAll(" ", "-")}@mill.example`;

/** A campaign that asks from ten to fifty suppliers of its own. */
async function makeDraft(store: Store, org: string, no: number): Promise<World["drafts"][number]> {
  const names = Array.from({ length: 10 + ((no * 17) % 40) }, (_, row) => `Asked mill ${no} ${row}`);
  const first = await store.suppliers.nextNumber(org);
  const added = names.map((name, place) => {
    const supplier = aSupplier({ org, name, ref: `SUP-${String(first + place).padStart(5, "0")}` });
    const contact = aContact({ org, supplier: supplier.id, email: mailOf(name), language: "en" });
    return { ...anImported(supplier), contact };
  });
  await store.suppliers.add({ org, added, changed: [], audit: [anEvent()] });
  const campaign = aCampaign({ org, regimes: [], dueAt: new Date(Date.now() + 21 * 86_400_000) });
  await store.campaigns.create({ campaign, suppliers: added.map(({ supplier }) => supplier.id), audit: anEvent() });
  return { campaign: campaign.id, names };
}

/** Answers to everything that a firm without faults is asked, "don't know" wherever a question is left over. */
function answersToAll(): Answers {
  const [questionnaire] = questionnaires;
  const ruleSet = questionnaire && newestRuleSetFor(questionnaire);
  if (!ruleSet) throw new Error("nothing is published");
  const facts = { questionnaire, regimes: [], modules: [], ruleSet, edition: currentEdition() };
  let answers: Answers = cleanFirm;
  for (;;) {
    const left = openQuestions(walkWithFacts({ ...facts, answers }));
    if (left.length === 0) return answers;
    answers = { ...answers, ...Object.fromEntries(left.map(({ id }) => [id, { unsure: "dk" as const }])) };
  }
}

/** Saves all of them; the revision of the attestation after it. */
async function giveAll(store: Store, org: string, attestation: string, answers: Answers): Promise<number> {
  const at = new Date();
  for (const [question, answer] of Object.entries(answers)) {
    const subject = { type: "attestation", id: attestation } as const;
    const audit = anEvent({ action: "answer.saved", details: { question, revision: 1 } }, { subject, at });
    await store.attestations.saveAnswer({ org, attestation, question, basedOn: 0, answer, at, audit });
  }
  return Object.keys(answers).length;
}
