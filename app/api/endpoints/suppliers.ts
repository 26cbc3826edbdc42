import * as z from "zod";
import { endpoint } from "#app/api/endpoint";
import { doneOf } from "#app/api/request/read-input";
import { ratingRecord } from "#app/services/api/records/rating-record";
import {
  madeRating,
  madeRatingFilter,
  ratingLine,
  readMadeRatings,
  readRating,
  readRatings,
} from "#app/services/api/records/read-ratings";
import { readSupplier, readSuppliers, supplierFilterInput } from "#app/services/api/records/read-suppliers";
import { supplierRecord } from "#app/services/api/records/supplier-record";
import { saveNumbered } from "#app/services/team/imports/numbered/save-numbered";
import { saveContact } from "#app/services/team/suppliers/contacts/save-contact";

const contact = z.strictObject({
  ...{ id: z.string(), name: z.string().optional(), email: z.string(), language: z.string() },
});

const own = {
  contacts: z.array(contact),
  tags: z.array(z.string()),
  owner: z.string().optional().meta({ description: "The e-mail address of somebody of the team" }),
};

const saved = z.strictObject({
  ...{ id: z.string(), ref: z.string(), outcome: z.enum(["added", "changed", "same"]) },
  leftOut: z
    .array(z.strictObject({ contact: z.int(), why: z.enum(["erased", "no-room"]) }))
    .meta({ description: "Contacts of the body that are not kept, by their places from 0" }),
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
    summary: "One supplier with its contacts, its tags and who looks after it",
    answer: { kind: "one", schema: supplierRecord.extend(own) },
    run: (ctx, { path: { supplier = "" } }) => readSupplier(ctx, { id: supplier }),
  }),
  endpoint({
    ...{ id: "saveSupplier", method: "PUT", path: "/suppliers/by-number/{number}", scope: "suppliers:write" },
    summary: "Adds the supplier that has the buyer's own number, or changes it. What is not sent stays as it is",
    body: saveNumbered.input.omit({ number: true }),
    answer: { kind: "one", schema: saved, isMade: ({ outcome }) => outcome === "added" },
    run: async (ctx, { path: { number = "" }, body }) => doneOf(await saveNumbered.submit(ctx, { ...body, number })),
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
    ...{ id: "listMadeRatings", method: "GET", path: "/ratings", scope: "ratings:read" },
    summary: "All ratings in the order in which they were made",
    query: madeRatingFilter,
    answer: { kind: "list", schema: madeRating, idOf: ({ id }) => id },
    run: (ctx, { query, part }) => readMadeRatings(ctx, { ...query, ...part }),
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
