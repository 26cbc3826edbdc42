import { Problem } from "#app/domain/problem";
import { isoDay } from "#app/i18n/dates/days";
import { dayMoment } from "#app/i18n/dates/moments";
import type { TeamContext } from "#app/services/context/contexts";
import type { EventMaker } from "#app/services/context/events";
import { fault } from "#app/services/context/faults";
import { teamUseCase } from "#app/services/context/use-case";
import { type CsvFile, csvLine } from "#app/services/files/csv";
import { noteReading } from "#app/services/team/trail/note";
import { type PersonAsked, type PersonFile, personInput, readPerson } from "./person-file";

/** The kinds of what is held, in the order in which they are told. */
export const heldKinds = ["contacts", "account", "mails", "messages", "requests", "signed", "events"] as const;

/** Lines of each kind that a page shows; the files have all. */
const mostShown = 20;

/** What the record holds of one person, and what of it an erasure takes away. @throws Problem "not-found" */
export const showPersonData = teamUseCase({
  permission: "persons.read",
  input: personInput,
  events: [],
  async run(ctx, asked) {
    const person = await readPerson(ctx, asked);
    const { kind, id, name, email, erasedAt, isEnded, isCut } = person;
    return {
      ...{ kind, id, name, email, isEnded, isCut },
      erasedOn: erasedAt && dayMoment(erasedAt, ctx.language).text,
      // What was signed is proof: it goes with the submission.
      mayErase: ctx.may("persons.erase") && kind !== "signer" && isEnded && erasedAt === undefined,
      held: heldKinds.map((held) => ({
        what: held,
        count: person[held].length,
        lines: person[held].slice(0, mostShown).map(({ what, value, at }) => ({
          what,
          value,
          day: at && dayMoment(new Date(at), ctx.language).text,
        })),
      })),
    };
  },
});

/** All of it for a program, as JSON. @throws Problem "not-found" */
export const exportPersonJson = teamUseCase({
  permission: "persons.read",
  input: personInput,
  events: ["person.exported"],
  async run(ctx, asked, event) {
    const { erasedAt, ...person } = await exported(ctx, asked, event);
    const body = { ...person, erasedAt: erasedAt?.toISOString(), exportedAt: ctx.clock.now().toISOString() };
    return { name: `${fileName(ctx)}.json`, body: `${JSON.stringify(body, null, 2)}\n` };
  },
});

/** The same for a reader, as a table. @throws Problem "not-found" */
export const exportPersonCsv = teamUseCase({
  permission: "persons.read",
  input: personInput,
  events: ["person.exported"],
  async run(ctx, asked, event): Promise<CsvFile> {
    const person = await exported(ctx, asked, event);
    const rows = heldKinds.flatMap((kind) => person[kind].map(({ what, value, at }) => [kind, what, value, at]));
    return {
      name: `${fileName(ctx)}.csv`,
      lines: [["kind", "what", "value", "at_utc"], ...rows].map((cells) => csvLine(cells)),
    };
  },
});

/** Whom a file is about stands in it, and not in its name, which is seen in many places. */
const fileName = (ctx: TeamContext) => `personal-data-${isoDay(ctx.clock.now())}`;

async function exported(
  ctx: TeamContext,
  asked: PersonAsked,
  event: EventMaker<"person.exported">,
): Promise<PersonFile> {
  const person = await readPerson(ctx, asked);
  await noteReading(
    ctx,
    event("person.exported", asked.id, {}, { about: asked.kind === "signer" ? "attestation" : asked.kind }),
  );
  return person;
}

/**
 * Takes name and address of somebody away for good; what cannot go stays as it is told on their page. Done twice it is done
 * once. A person of the team has to be without access first. What somebody signed goes with the submission and by no other way.
 * @throws Problem "not-found"; "bad-request" for somebody who only signed
 */
export const erasePerson = teamUseCase({
  permission: "persons.erase",
  input: personInput,
  events: ["person.erased"],
  async run(ctx, { kind, id }, event) {
    if (kind === "signer") throw new Problem("bad-request");
    const { email = "", erasedAt, isEnded } = await readPerson(ctx, { kind, id });
    if (erasedAt) return undefined;
    if (!isEnded) return fault("access", "access-not-ended");
    const org = ctx.organisation.id;
    const change = { org, id, at: ctx.clock.now(), audit: event("person.erased", id, {}, { about: kind }) };
    if (kind === "user") await ctx.store.persons.eraseUser(change);
    else if (kind === "colleague") await ctx.store.persons.eraseColleague(change);
    else await ctx.store.persons.eraseContact({ ...change, key: ctx.links.erasedKey(org, email) });
    return undefined;
  },
});
