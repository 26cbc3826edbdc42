import * as z from "zod";
import type { TeamContext } from "#app/services/context/contexts";
import { readsNorthKorea } from "#app/services/north-korea/north-korea";
import type { SupplierRow } from "#db/supplier-table";
import { bands } from "#terms/bands";
import { dprkStates } from "#terms/dprk-states";
import { instant } from "./parts";

const band = z.enum(bands);

/** What moves with answers on North Korean labour: absent as a whole for whoever may not see these. */
const figures = z.strictObject({
  score: z.number().meta({ description: "0 to 100; higher is worse" }),
  confidence: z.number(),
  isHeldByFloor: z.boolean(),
  northKorea: z.enum(dprkStates),
  isDisclosed: z.boolean(),
  change: z.number().optional().meta({ description: "Points since the rating before" }),
  driver: z
    .strictObject({
      code: z.string(),
      rule: z.string().optional(),
      points: z.number().optional(),
      isFloor: z.boolean(),
    })
    .optional()
    .meta({ description: "What raised it most" }),
});

/** A supplier with its newest rating that counts, or with what is expected of it before it answered. */
export const supplierRecord = z.strictObject({
  id: z.string(),
  ref: z.string(),
  name: z.string(),
  externalId: z.string().optional().meta({ description: "The buyer's own number" }),
  country: z.string().meta({ description: "ISO 3166-1 alpha-2" }),
  place: z.string().optional(),
  createdAt: instant,
  archivedAt: instant.optional().meta({ description: "Since when it is archived; absent while it is not" }),
  tiers: z.array(z.strictObject({ country: z.string(), tier: z.string() })),
  rating: z
    .strictObject({
      band,
      previousBand: band.optional(),
      ruleSet: z.string().optional(),
      edition: z.string().optional(),
      questionnaire: z.string().optional(),
      attestation: z.string().optional(),
      signedAt: instant.optional(),
      isRestricted: z.boolean().meta({ description: "Whether some reasons are left out" }),
      figures: figures.optional(),
    })
    .optional(),
  expected: z
    .strictObject({ score: z.number(), band, ruleSet: z.string(), edition: z.string() })
    .optional()
    .meta({ description: "Before there is a rating; never to be read as one" }),
});
export type SupplierRecord = z.output<typeof supplierRecord>;

/** A row of the suppliers table for programs. */
export function recordOf(ctx: TeamContext, row: SupplierRow): SupplierRecord {
  const { id, ref, name, externalId, country, place, createdAt, archivedAt } = row.supplier;
  const { expected } = row;
  return {
    ...{ id, ref, name, externalId, country, place, createdAt: createdAt.toISOString() },
    archivedAt: archivedAt?.toISOString(),
    tiers: row.tiers.map(({ country: code, tier }) => ({ country: code, tier })),
    rating: ratingOf(ctx, row),
    expected: expected && {
      ...{ score: expected.score, band: expected.band, ruleSet: expected.ruleSet, edition: expected.edition },
    },
  };
}

function ratingOf(ctx: TeamContext, row: SupplierRow): SupplierRecord["rating"] {
  const { band: own, previousBand, ruleSet, edition, questionnaire, attestation, signedAt } = row;
  return (
    own && {
      ...{ band: own, previousBand, ruleSet, edition, questionnaire, attestation },
      signedAt: signedAt?.toISOString(),
      isRestricted: !readsNorthKorea(ctx),
      figures: readsNorthKorea(ctx) ? figuresOf(row) : undefined,
    }
  );
}

function figuresOf(row: SupplierRow): z.output<typeof figures> | undefined {
  const { score, confidence, dprk, held, disclosed, change, driver } = row;
  if (score === undefined || confidence === undefined || dprk === undefined) return undefined;
  return {
    ...{ score, confidence, isHeldByFloor: held, northKorea: dprk, isDisclosed: disclosed, change },
    driver: driver && { code: driver.code, rule: driver.rule, points: driver.points, isFloor: driver.floor },
  };
}
