import { and, asc, eq, max, sql } from "drizzle-orm";
import { ConflictError } from "#db/errors";
import { columnsOf } from "#db/queries/columns";
import type { Ground } from "#db/queries/ground";
import { queueMail } from "#db/queries/mails";
import { present } from "#db/queries/present";
import type { Store } from "#db/store";
import { fileOf, prepareFile } from "./attestation-file";
import { addRating } from "./ratings";
import { type AttestationKey, standings } from "./standing";

export function attestationQueries(ground: Ground): Store["attestations"] {
  const { tables: t, read, writer, write } = ground;
  const org = sql.placeholder("org");
  const id = sql.placeholder("id");
  const question = sql.placeholder("question");
  const one = and(eq(t.attestations.org, org), eq(t.attestations.id, id));
  const byId = prepareFile(ground, one);
  const bySession = prepareFile(
    ground,
    and(
      eq(t.attestations.id, id),
      sql`${t.attestations.org} = (select ${t.supplierSessions.org} from ${t.supplierSessions} where ${t.supplierSessions.sessionHash} = ${sql.placeholder("hash")} and ${t.supplierSessions.attestation} = ${id})`,
    ),
  );
  const { standingOf, openStanding, countChange } = standings(ground);
  const newest = writer
    .select({ revision: max(t.answers.revision) })
    .from(t.answers)
    .where(and(eq(t.answers.org, org), eq(t.answers.attestation, id), eq(t.answers.question, question)))
    .prepare();
  const insertAnswer = writer
    .insert(t.answers)
    .values({
      org,
      attestation: id,
      question,
      revision: sql.placeholder("revision"),
      order: sql.placeholder("order"),
      answer: sql.placeholder("answer"),
      savedAt: sql.placeholder("at"),
    })
    .prepare();
  const dropDraft = writer
    .delete(t.drafts)
    .where(and(eq(t.drafts.org, org), eq(t.drafts.attestation, id), eq(t.drafts.question, question)))
    .prepare();

  function declarationOf(key: AttestationKey) {
    const row = writer
      .select(columnsOf(t).declaration)
      .from(t.declarations)
      .where(and(eq(t.declarations.org, key.org), eq(t.declarations.attestation, key.id)))
      .get();
    return row && present(row);
  }

  return {
    async get(organisation, attestation) {
      const [row] = await byId.execute({ org: organisation, id: attestation });
      return row && fileOf(row);
    },

    async bySession(hash, attestation) {
      const [row] = await bySession.execute({ hash, id: attestation });
      return row && fileOf(row);
    },

    start: ({ org, attestation, sessionHash, at, audit }) =>
      write(org, audit, () => {
        standingOf({ org, id: attestation });
        writer.insert(t.supplierSessions).values({ org, attestation, sessionHash, createdAt: at }).run();
        writer
          .update(t.attestations)
          .set({ startedAt: sql`coalesce(${t.attestations.startedAt}, ${at.getTime()})` })
          .where(and(eq(t.attestations.org, org), eq(t.attestations.id, attestation)))
          .run();
      }),

    saveAnswer: ({ org, attestation, question, basedOn, answer, at, audit }) =>
      write(org, audit, () => {
        const key = { org, id: attestation };
        const order = openStanding(key).revision + 1;
        const found = newest.get({ ...key, question })?.revision ?? 0;
        if (found !== basedOn) throw new ConflictError(basedOn, found);
        const revision = found + 1;
        insertAnswer.run({ ...key, question, revision, order, answer, at });
        countChange(key, order, at);
        dropDraft.run({ ...key, question });
        return { revision };
      }),

    keepDraft: ({ org, attestation, draft, audit }) =>
      write(org, audit, () => {
        openStanding({ org, id: attestation });
        const { question, fields, keptAt } = draft;
        writer
          .insert(t.drafts)
          .values({ org, attestation, question, fields, keptAt })
          .onConflictDoUpdate({
            target: [t.drafts.org, t.drafts.attestation, t.drafts.question],
            set: { fields, keptAt },
          })
          .run();
      }),

    submit: ({ org, attestation, revision, declaration, rating, mail, audit }) =>
      write(
        org,
        ({ first }) => (first ? audit : []),
        () => {
          const key = { org, id: attestation };
          const before = declarationOf(key);
          if (before !== undefined) return { declaration: before, first: false };
          const found = openStanding(key);
          if (found.revision !== revision) throw new ConflictError(revision, found.revision);
          writer
            .insert(t.declarations)
            .values({ ...declaration, org, attestation })
            .run();
          writer
            .update(t.attestations)
            .set({ state: "submitted", submittedAt: declaration.signedAt })
            .where(and(eq(t.attestations.org, org), eq(t.attestations.id, attestation)))
            .run();
          writer
            .delete(t.drafts)
            .where(and(eq(t.drafts.org, org), eq(t.drafts.attestation, attestation)))
            .run();
          addRating(ground, org, { ...rating, attestation });
          if (mail) queueMail(ground, { ...mail, org });
          return { declaration, first: true };
        },
      ),

    history: (organisation, attestation) =>
      read
        .select({
          question: t.answers.question,
          revision: t.answers.revision,
          answer: t.answers.answer,
          savedAt: t.answers.savedAt,
        })
        .from(t.answers)
        .where(and(eq(t.answers.org, organisation), eq(t.answers.attestation, attestation)))
        .orderBy(asc(t.answers.order))
        .execute(),
  };
}
