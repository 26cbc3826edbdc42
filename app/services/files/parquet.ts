import { ByteWriter, ParquetWriter, type SchemaElement, schemaFromColumnData } from "hyparquet-writer";

/** A column of a Parquet file; every one may lack a value. */
export type ParquetColumn<R> =
  | { readonly name: string; readonly type: "STRING"; of(row: R): string | undefined }
  | { readonly name: string; readonly type: "DOUBLE"; of(row: R): number | undefined }
  | { readonly name: string; readonly type: "BOOLEAN"; of(row: R): boolean | undefined }
  | { readonly name: string; readonly type: "TIMESTAMP"; of(row: R): Date | undefined };

/** A file for programs that count: `pieces` can be gone through once. */
export type ParquetFile = { readonly name: string; readonly pieces: AsyncIterable<Uint8Array> };

/** Rows of a group: what a program reads at once, and what is held in memory until it is written. */
const groupRows = 5_000;

/** A table as Parquet, group by group, so that memory stays as it is however many rows there are. */
export async function* parquetPieces<R>(
  columns: readonly ParquetColumn<R>[],
  batches: AsyncIterable<readonly R[]>,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const schema = schemaFromColumnData({ columnData: columnData(columns, []) }).map(inUtc);
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: "avow" });
  let rows: R[] = [];
  const write = () => {
    if (rows.length > 0) void writer.write({ columnData: columnData(columns, rows), rowGroupSize: groupRows });
    rows = [];
  };
  for await (const batch of batches) {
    rows.push(...batch);
    if (rows.length < groupRows) continue;
    write();
    yield taken(bytes);
  }
  write();
  void writer.finish();
  yield taken(bytes);
}

/** An instant is one of UTC, which the library leaves open. */
function inUtc(element: SchemaElement): SchemaElement {
  if (element.converted_type !== "TIMESTAMP_MILLIS") return element;
  return { ...element, logical_type: { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" } };
}

function columnData<R>(columns: readonly ParquetColumn<R>[], rows: readonly R[]) {
  return columns.map((column) => ({
    ...{ name: column.name, type: column.type, nullable: true, offsetIndex: false },
    data: rows.map((row) => column.of(row) ?? null),
  }));
}

/** What was written since, which the writer then forgets; places in the file go on being counted. */
function taken(bytes: ByteWriter): Uint8Array {
  const piece = bytes.getBytes().slice();
  bytes.index = 0;
  return piece;
}
