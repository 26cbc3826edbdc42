import { readFileSync } from "node:fs";
import { sha256 } from "#app/adapters/secrets.server";
import { withEvidence } from "#app/services/answers/evidence-answers";
import { ratingRecord } from "#app/services/ratings/rating-record";
import type { AttestationDetails, Campaign, Declaration, Supplier } from "#db/records";
import type { Store } from "#db/store";
import type { Answers } from "#questionnaires/answers";
import { findQuestionnaire } from "#questionnaires/index";
import type { LoadedQuestionnaire } from "#questionnaires/load";
import { findEdition } from "#scoring/editions/index";
import { rate } from "#scoring/rate";
import type { Rating } from "#scoring/rating";
import type { Role } from "#terms/roles";
import { rulesOfAnyVersion } from "#tests/support/catalogue";
import { asPerson, testContext } from "#tests/support/context";
import { aDeclaration, anEvent, anId, aUser, now } from "#tests/support/factories";
import { addSuppliers, launch, type Recipient, type World } from "#tests/support/world";

export type Scene = World & { ctx: Awaited<ReturnType<typeof testContext>> };

/** An organisation with suppliers that were asked; nobody has signed yet. */
export async function aScene(suppliers = 1, campaign: Partial<Campaign> = {}): Promise<Scene> {
  const ctx = await testContext();
  return { ctx, ...(await launch(ctx.store, { suppliers, campaign: { regimes: [], ...campaign } })) };
}

/** The scene as somebody of this role sees it. */
export function as({ ctx, organisation }: Scene, role: Role) {
  return asPerson(ctx, { user: aUser({ org: organisation.id, role }), organisation });
}

/** The answers of the worked example: two sites, China and Portugal. */
export function workedAnswers(change: Record<string, Answers[string]> = {}): Answers {
  const { answers } = JSON.parse(readFileSync("scoring/examples/worked.json", "utf8")) as { answers: Answers };
  return { ...answers, ...change };
}

/** What somebody was rated by, where it is not what is usual. */
export type RatedBy = { readonly edition?: string; readonly questionnaire?: LoadedQuestionnaire };

/** A real rating of these answers. */
export function aRealRating(answers: Answers, { edition = "tip-2025", ...by }: RatedBy = {}): Rating {
  const questionnaire = by.questionnaire ?? findQuestionnaire("forced-labour", 1);
  const countries = findEdition(edition);
  if (!questionnaire || !countries) throw new Error("the worked example needs its versions");
  const ruleSet = rulesOfAnyVersion.at(-1);
  if (!ruleSet) throw new Error("there are no rules");
  return rate({
    questionnaire,
    answers,
    regimes: [],
    modules: [],
    ruleSet,
    edition: countries,
    asOf: "2026-03-02",
    signed: true,
  });
}

/** A recipient answers, without signing. */
export async function answer(store: Store, { organisation }: World, { attestation }: Recipient, answers: Answers) {
  for (const [question, given] of Object.entries(answers)) {
    await store.attestations.saveAnswer({
      org: organisation.id,
      attestation: attestation.id,
      question,
      basedOn: 0,
      answer: given,
      at: now,
      audit: anEvent(),
    });
  }
}

/** What somebody signed who gave these answers. */
function declarationOf({ answers, evidence, attestation: { reference } }: AttestationDetails): Declaration {
  const { name, job, sharing, language, statementHash, signedAt } = aDeclaration();
  const document = JSON.stringify({
    reference,
    answers,
    evidence: Object.values(evidence).flat(),
    texts: { language },
    statement: { hash: statementHash },
    signer: { name, job, sharing },
    signedAt,
  });
  return aDeclaration({ statementHash, document, hash: sha256(document) });
}

/** A recipient answers and signs, and is rated. */
export async function answerAndSign(
  store: Store,
  world: World,
  recipient: Recipient,
  answers: Answers,
  by: RatedBy = {},
): Promise<Rating> {
  await answer(store, world, recipient, answers);
  const { attestation, supplier } = recipient;
  // What was kept is rated: evidence counts only where a document is really attached.
  const file = await store.attestations.get(world.organisation.id, attestation.id);
  if (!file) throw new Error("the attestation was just answered");
  const rating = aRealRating(withEvidence(file), by);
  await store.attestations.submit({
    org: world.organisation.id,
    attestation: attestation.id,
    revision: Object.keys(answers).length,
    declaration: declarationOf(file),
    rating: ratingRecord(rating, {
      id: anId("rating"),
      attestation: attestation.id,
      supplier: supplier.id,
      createdAt: now,
    }),
    audit: [anEvent()],
  });
  return rating;
}

/** The same in a scene. */
export function sign(scene: Scene, recipient: Recipient, answers: Answers, by: RatedBy = {}): Promise<Rating> {
  return answerAndSign(scene.ctx.store, scene, recipient, answers, by);
}

/** More suppliers, which nobody asked. */
export function more({ ctx, organisation }: Scene, suppliers: readonly Partial<Supplier>[]) {
  return addSuppliers(ctx.store, organisation.id, suppliers);
}
