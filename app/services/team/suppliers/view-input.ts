import * as z from "zod";
import { recordId } from "#app/services/context/inputs";
import { tableBands } from "#terms/bands";
import { dprkStates } from "#terms/dprk-states";
import { supplierSorts } from "#terms/supplier-sorts";
import { tiers } from "#terms/tiers";
import { type ConfidenceRange, confidenceRanges, readSupplierView } from "./supplier-filter";

const usual = readSupplierView(new URLSearchParams());
const ranges = Object.keys(confidenceRanges) as readonly ConfidenceRange[];

/** A view of the suppliers table; `readSupplierView` makes one of an address. */
export const supplierViewInput = z.object({
  search: z.string().max(200).optional(),
  bands: z.array(z.enum(tableBands)).readonly().default(usual.bands),
  dprk: z.enum(dprkStates).optional(),
  tier: z.enum(tiers).optional(),
  confidence: z.enum(ranges).optional(),
  /** ISO 3166-1 alpha-2. */
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  /** One that the organisation does not have is no filter. */
  campaign: recordId.optional(),
  sort: z.enum(supplierSorts).default(usual.sort),
  direction: z.enum(["up", "down"]).default(usual.direction),
  page: z.number().int().min(1).max(1_000_000).default(usual.page),
});
