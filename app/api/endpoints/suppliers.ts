import * as z from "zod";
import { endpoint } from "#app/api/endpoint";
import { doneOf } from "#app/api/request/read-input";
import { ratingRecord } from "#app/services/api/records/rating-record";
import { ratingLine, readRating, readRatings } from "#app/services/api/records/read-ratings";
import { readSupplier, readSuppliers, supplierFilterInput } from "#app/services/api/records/read-suppliers";
import { supplierRecord } from "#app/services/api/records/supplier-record";
import { saveContact } from "#app/services/team/suppliers/contacts/save-contact";

const contact = z.strictObject({
  ...{ id: z.string(), name: z.string().optional(), email: z.string(), language: z.string() },
});

/** Suppliers and their ratings. */
export const supplierEndpoints = [
  endpoint({
    ...{ id: "listSuppliers", method: "GET", path: "/suppliers", scope: "suppliers:read" },
    summary: "Suppliers with their newest rating, in the order in which they were numbered",
    query: supplierFilterInput,
    answer: { kind: "list", schema: supplierRecord, idOf: ({ id }) => id },
    run: (ctx, { query, part }) => readSuppliers(ctx, { ...query, ...part }),
  }),
  endpoint({
    ...{ id: "getSupplier", method: "GET", path: "/suppliers/{supplier}", scope: "suppliers:read" },
    summary: "One supplier with its contacts",
    answer: { kind: "one", schema: supplierRecord.extend({ contacts: z.array(contact) }) },
    run: (ctx, { path: { supplier = "" } }) => readSupplier(ctx, { id: supplier }),
  }),
  endpoint({
    ...{
      id: "saveContact",
      method: "POST",
      path: "/suppliers/{supplier}/contacts/{contact}",
      scope: "suppliers:write",
    },
    summary: "Changes a contact, or adds one where `contact` is `new`",
    body: saveContact.input.omit({ supplier: true, contact: true }),
    answer: { kind: "one", schema: z.strictObject({ supplier: z.string() }) },
    async run(ctx, { path: { supplier = "", contact: id = "" }, body }) {
      doneOf(await saveContact.submit(ctx, { ...body, supplier, contact: id }));
      return { supplier };
    },
  }),
  endpoint({
    ...{ id: "listRatings", method: "GET", path: "/suppliers/{supplier}/ratings", scope: "ratings:read" },
    summary: "All ratings of a supplier, newest first",
    answer: { kind: "one", schema: z.strictObject({ items: z.array(ratingLine) }) },
    run: (ctx, { path: { supplier = "" } }) => readRatings(ctx, { supplier }),
  }),
  endpoint({
    ...{ id: "getRating", method: "GET", path: "/suppliers/{supplier}/ratings/{rating}", scope: "ratings:read" },
    summary: "One rating with the steps that it is made of, which add up to its score",
    answer: { kind: "one", schema: ratingRecord },
    run: (ctx, { path: { supplier = "", rating = "" } }) => readRating(ctx, { supplier, rating }),
  }),
];
