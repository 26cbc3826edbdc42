import type { Supplier } from "#db/records";
import type { Store } from "#db/store";
import { countries, editions } from "#scoring/editions/index";
import { expectedRisk, expectedRiskBasis } from "#scoring/inherent/expected-risk";
import type { Rating } from "#scoring/rating";
import { bands } from "#terms/bands";
import { dprkStates } from "#terms/dprk-states";
import { tiers } from "#terms/tiers";
import {
  aCampaign,
  aContact,
  aMail,
  anAttestation,
  anEvent,
  anImported,
  anInvitation,
  aSupplier,
  now,
} from "#tests/support/factories";
import { aNewRating, aRating } from "#tests/support/ratings";
import { newestRules } from "#tests/support/rules";
import { launchFor } from "#tests/support/world";

/** The same figures in each run of a seed. */
export function randomFrom(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return {
    points: () => Math.round(next() * 10_000) / 100,
    chance: (share: number) => next() < share,
    pick<T>(from: readonly T[]): T {
      const one = from[Math.floor(next() * from.length)];
      if (one === undefined) throw new Error("nothing to pick from");
      return one;
    },
  };
}
type Random = ReturnType<typeof randomFrom>;

const names = [
  "Saigon Garment",
  "深圳纺织有限公司",
  "Öztürk Tekstil",
  "Łódź Włókna",
  "Dhaka Knit",
  "บริษัท สิ่งทอ",
  "100% Wool_",
];
const places = ["Biên Hòa", "İzmir", "Santa Fé", "Straße 7"];
const people = ["Łukasz Wójcik", "Ayşe Öz", "Nguyễn Văn Đức", ""];
/** What somebody types to find some of them, or of the people there. */
export const searched = [
  "garment",
  "oztur",
  "łódź",
  "纺织",
  "100%",
  "SUP-0",
  "V-1",
  "bien hoa",
  "strasse",
  "_",
  "สิ่งทอ",
  "lukasz woj",
  "mail-7",
  "van duc",
];

const codes = countries.countries.map(({ iso2 }) => iso2);
/** Those where many suppliers are: others have one or two. */
const usual = ["CN", "VN", "MM", "MY", "PL", "TW", "AE"];
/** Also those that no filter offers. */
const siteTiers = [...tiers, "unranked", "unknown"];

function country(random: Random): string {
  return random.chance(0.6) ? random.pick(usual) : random.pick(codes);
}

/**
 * Suppliers of every kind: rated or not, with sites in many countries or in none, moved to another country before and after
 * they were rated, rated twice, and some of those that were not rated by the countries of an older edition.
 * @returns who is asked in each campaign
 */
export async function addRandomSuppliers(store: Store, org: string, howMany: number, random: Random) {
  const suppliers = Array.from({ length: howMany }, (_, place) =>
    aSupplier({
      org,
      name: `${random.pick(names)} ${place}`,
      country: country(random),
      place: random.chance(0.7) ? random.pick(places) : undefined,
      externalId: random.chance(0.5) ? `V-${place}` : undefined,
    }),
  );
  const imported = suppliers.map((supplier) => ({
    ...anImported(supplier),
    contact: aContact({
      ...{ org, supplier: supplier.id, name: random.pick(people) || undefined },
      email: `mail-${supplier.ref.slice(-3)}-${supplier.id}@mills.example`,
    }),
  }));
  await store.suppliers.add({ org, added: imported, changed: [], audit: [anEvent()] });

  const rated = imported.filter(() => random.chance(0.45));
  const campaign = aCampaign({ org });
  const asked = imported.filter((one) => rated.includes(one) || random.chance(0.1));
  await store.campaigns.create({ campaign, suppliers: idsOf(asked), audit: anEvent() });
  const recipients = rated.map(({ supplier, contact }) => {
    const invitation = anInvitation({ org, campaign: campaign.id, supplier: supplier.id, contact: contact.id });
    const attestation = anAttestation({ org, invitation: invitation.id });
    return { supplier, invitation, attestation, mail: aMail({ org, invitation: invitation.id }) };
  });
  await launchFor(store, { org, campaign: campaign.id, recipients });
  await moveSome(store, org, suppliers, random);
  for (const { supplier, attestation } of recipients)
    for (const again of random.chance(0.1) ? [1, 2] : [1])
      await store.ratings.add({
        ...aNewRating({ supplier: supplier.id, attestation: attestation.id, id: `${attestation.id} ${again}` }),
        rating: someRating(random),
        tiers: someSites(random, supplier.country),
        org,
        audit: anEvent(),
      });
  await moveSome(store, org, suppliers, random);
  await ageSome(store, org, suppliers, random);
  for (const { contact } of imported.filter(() => random.chance(50 / howMany)))
    await store.persons.eraseContact({ org, id: contact.id, key: `key of ${contact.id}`, at: now, audit: anEvent() });

  const few = aCampaign({ org });
  const listed = imported.filter(() => random.chance(0.2));
  await store.campaigns.create({ campaign: few, suppliers: idsOf(listed), audit: anEvent() });
  return new Map([
    [campaign.id, new Set(idsOf(asked))],
    [few.id, new Set(idsOf(listed))],
  ]);
}

function idsOf(some: readonly { readonly supplier: Supplier }[]): string[] {
  return some.map(({ supplier }) => supplier.id);
}

/** An import says another country, for one in twenty. */
async function moveSome(store: Store, org: string, suppliers: readonly Supplier[], random: Random): Promise<void> {
  const moved = suppliers.filter(() => random.chance(0.05));
  const changed = moved.map((supplier) => anImported({ ...supplier, country: country(random) }));
  await store.suppliers.add({ org, added: [], changed, audit: [anEvent()] });
}

/** For one in ten what is expected is by an edition of years ago; of those that were rated or moved nothing changes. */
async function ageSome(store: Store, org: string, suppliers: readonly Supplier[], random: Random): Promise<void> {
  const [edition] = editions;
  if (!edition) throw new Error("there is no edition");
  const older = { edition, ruleSet: newestRules() };
  const aged = suppliers.filter(() => random.chance(0.1));
  const anew = aged.map((supplier) => ({
    supplier,
    expectation: {
      risk: expectedRisk({ countries: [supplier.country], ...older }),
      basis: expectedRiskBasis(older),
    },
  }));
  await store.suppliers.expectAnew({ org, suppliers: anew, audit: [anEvent()] });
}

function someRating(random: Random): Rating {
  const confidence = random.pick([49, 49.5, 49.99, 50, 74.6, 75, random.points()]);
  return aRating({ score: random.points(), band: random.pick(bands), confidence, dprkLabour: random.pick(dprkStates) });
}

/** Of no site, of one where the supplier is, or of several anywhere. */
function someSites(random: Random, own: string) {
  if (random.chance(0.1)) return [];
  const others = random.chance(0.4) ? [country(random), country(random)] : [];
  return [...new Set([random.chance(0.8) ? own : country(random), ...others])].map((code) => ({
    country: code,
    tier: random.pick(siteTiers),
  }));
}
