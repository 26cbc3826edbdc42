import type { RecordPlace, RecordStep } from "#db/store/upkeep";

const most = 200;

/** All rows of a part of the record, read some at a time. */
export async function* stepsOf<Row extends RecordPlace>(
  read: (step: RecordStep) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  for (let after: RecordPlace | undefined; ; ) {
    const rows = await read({ after, most });
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined) return;
    after = { org: last.org, id: last.id };
  }
}
