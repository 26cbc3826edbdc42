import { getTableName, inArray, type SQLWrapper, sql } from "drizzle-orm";
import type { PgSelect } from "drizzle-orm/pg-core";
import type { Dialect } from "#db/database/dialect";
import { escapeNul, unescapeNul } from "./text";

const milliseconds = (time: SQLWrapper) => sql`(extract(epoch from ${time}) * 1000)::bigint`;

export const dialect = {
  // Not LIKE: nothing in the text asked for is a wildcard.
  contains: (text, wanted) => sql`strpos(${text}, ${escapeNul(wanted)}) > 0`,

  newestAnswers: ({ answers: a }, { org, id }) =>
    sql`(select coalesce(json_agg(json_build_array(question, revision, answer)), '[]')::text from (select distinct on (${a.question}) ${a.question} as question, ${a.revision} as revision, ${a.answer} as answer from ${a} where ${a.org} = ${org} and ${a.attestation} = ${id} order by ${a.question}, ${a.revision} desc) newest)`,
  answersByQuestion: ({ answers: a }, { org, id }) =>
    sql`(select coalesce(json_object_agg(question, answer), '{}')::text from (select distinct on (${a.question}) ${a.question} as question, ${a.answer} as answer from ${a} where ${a.org} = ${org} and ${a.attestation} = ${id} order by ${a.question}, ${a.revision} desc) newest)`,
  drafts: ({ drafts: d }, { org, id }) =>
    sql`(select coalesce(json_agg(json_build_array(${d.question}, ${d.fields}, ${milliseconds(d.keptAt)}) order by ${d.question}), '[]')::text from ${d} where ${d.org} = ${org} and ${d.attestation} = ${id})`,
  evidence: ({ evidence: e }, { org, id }) =>
    sql`(select coalesce(json_agg(json_build_array(${e.id}, ${e.question}, ${e.name}, ${e.type}, ${e.bytes}, ${e.sha256}, ${e.status}, ${milliseconds(e.receivedAt)}, ${milliseconds(e.scannedAt)}, ${e.heldFor}, ${milliseconds(e.releasedAt)}, ${e.about}, ${e.file}, ${milliseconds(e.firstReceivedAt)}) order by ${e.position}), '[]')::text from ${e} where ${e.org} = ${org} and ${e.attestation} = ${id} and ${e.removedAt} is null)`,
  textOf: unescapeNul,

  suppliersBy: ({ suppliers }) => sql`${suppliers}`,
  rowKey: ({ suppliers: s }) => sql`${s.id}`.mapWith(s.id),
  hasRowKey: ({ suppliers: s }, org, keys) => sql`${s.org} = ${org} and ${inArray(sql`${s.id}`, [...keys])}`,
  membersThenSuppliers: ({ campaignSuppliers: m, suppliers: s }) =>
    sql`${m} join ${s} on ${s.org} = ${m.org} and ${s.id} = ${m.supplier}`,

  locked(query, table, { passing } = { passing: false }) {
    const select = query as unknown as PgSelect;
    // A lock names its table without the schema.
    const of = sql.identifier(getTableName(table)) as never;
    select.for("update", passing ? { of, skipLocked: true } : { of });
    return query;
  },

  reader: (query) => (values) => query.execute(values),
} satisfies Dialect;
