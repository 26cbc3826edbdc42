import { inArray, sql } from "drizzle-orm";
import type { Dialect } from "#db/database/dialect";
import { indexNames } from "#db/tables/suppliers/supplier-indexes";
import { rowReader } from "./row-reader";

export const dialect = {
  // Not LIKE: nothing in the text asked for is a wildcard.
  contains: (text, wanted) => sql`instr(${text}, ${wanted}) > 0`,

  // One text for all: forty rows and forty small texts take three times as long to fetch and parse. Where one row of a group
  // has the max(), SQLite takes the other columns from that row.
  newestAnswers: (_, { org, id }) =>
    sql`(select '[' || coalesce(group_concat('[' || json_quote(question) || ',' || revision || ',' || answer || ']'), '') || ']' from (select question, max(revision) as revision, answer from answers where org = ${org} and attestation = ${id} group by question))`,
  // Of several revisions JSON keeps the last. They lie in this order already, so that nothing is sorted or grouped, which took
  // a trial a quarter of its reading; a subquery's order holds for group_concat.
  answersByQuestion: (_, { org, id }) =>
    sql`(select '{' || coalesce(group_concat(json_quote(question) || ':' || answer), '') || '}' from (select question, answer from answers where org = ${org} and attestation = ${id} order by question, revision))`,
  drafts: (_, { org, id }) =>
    sql`(select json_group_array(json_array(question, json(fields), kept_at)) from (select * from drafts where org = ${org} and attestation = ${id}))`,
  evidence: (_, { org, id }) =>
    sql`(select json_group_array(json_array(id, question, name, type, bytes, sha256, status, received_at, scanned_at, held_for, released_at, json(about), file, first_received_at)) from (select * from evidence where org = ${org} and attestation = ${id} and removed_at is null order by position))`,
  textOf: (kept) => kept,

  // Naming the index keeps the planner from guessing wrong on a new database.
  suppliersBy: (_, sort) => sql.raw(`suppliers INDEXED BY ${indexNames[sort]}`),
  // Every index ends with it, so that no second index is looked into: 1.3 of 6.8 us a row (`export.csv.rows_per_s`). No supplier
  // is ever deleted, so none is ever another's.
  rowKey: () => sql`suppliers.rowid`,
  // The plus keeps the planner from going through all of the organisation instead.
  hasRowKey: ({ suppliers: s }, org, keys) => sql`${inArray(sql`suppliers.rowid`, [...keys])} and +${s.org} = ${org}`,
  // CROSS JOIN keeps the planner from turning the two round.
  membersThenSuppliers: () =>
    sql.raw(
      "campaign_suppliers CROSS JOIN suppliers ON suppliers.org = campaign_suppliers.org AND suppliers.id = campaign_suppliers.supplier",
    ),

  // One write at a time: nothing that it read can change before it is over.
  locked: (query) => query,

  reader(query, selection, optional) {
    const rowOf = rowReader(selection, optional);
    // A select of this shape makes rows of this type; the compiler cannot follow columns by their place.
    return async (values) => (await query.values(values)).map(rowOf) as Awaited<ReturnType<typeof query.execute>>;
  },
} satisfies Dialect;
