import * as z from "zod";
import { Problem } from "#app/domain/problem";
import { fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { canonicalJson } from "#questionnaires/fingerprints/canonical-json";
import { type CountryEdition, countryEdition } from "#scoring/editions/schemas";
import { cleanLine, cleanLines } from "#terms/texts/typed-text";
import { ownPrefix } from "./own-edition";
import { isWhole, uploadedEdition } from "./uploaded-edition";

/** Editions of one organisation. */
const mostEditions = 50;

const line = z.string().overwrite(cleanLine).min(1, "required").max(200, "too-long");

/**
 * Keeps a file as an edition of the organisation's own, with its fingerprint: it is never edited, and can be chosen wherever an
 * edition can. Nothing is rated with it by itself.
 * @throws Problem "not-found" for a file that is not there any more; "bad-request" for one with wrong rows
 */
export const addEdition = teamUseCase({
  permission: "editions.add",
  input: z.object({
    upload: z.string().max(100),
    name: line,
    publisher: line,
    year: z.string().regex(/^(19|20)\d\d$/, "year-four"),
    released: z.string().regex(/^\d{4}-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?$/, "day-or-month"),
    source: line,
    licence: line,
    doubts: z.string().overwrite(cleanLines).min(1, "required").max(4_000, "too-long"),
  }),
  events: ["edition.added"],
  async run(ctx, { upload, name, publisher, year, released, source, licence, doubts }, event) {
    const read = await uploadedEdition(ctx, upload);
    if (!isWhole(read)) throw new Problem("bad-request");
    const org = ctx.organisation.id;
    const said = doubts
      .split("\n")
      .map(cleanLine)
      .filter((text) => text !== "");
    const ofRows = [...read.doubts].map(([country, text]) => `${country}: ${text}`);
    const body = {
      ...{ title: name, publisher, year: Number(year), source, licence, releasedOn: released },
      doubts: [...said, ...ofRows],
      tiers: { ...read.tiers },
    };
    // Of what it says, so that the same file with the same words is the same edition.
    const id = ownPrefix + ctx.sha256(canonicalJson(body)).slice(0, 12);
    const definition = canonicalJson(countryEdition.parse({ id, ...body } satisfies CountryEdition));
    const fingerprint = ctx.sha256(definition);
    const outcome = await ctx.store.ownEditions.add({
      edition: { org, id, definition, fingerprint, file: upload, addedAt: ctx.clock.now(), addedBy: ctx.user.id },
      most: mostEditions,
      audit: event("edition.added", org, { edition: id, title: name, hash: fingerprint }),
    });
    if (outcome === "there") return fault("name", "edition-there");
    if (outcome === "full") return fault("name", "editions-full");
    return { edition: id };
  },
});
