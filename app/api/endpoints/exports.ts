import { endpoint } from "#app/api/endpoint";
import { csvDownload, jsonDownload, parquetDownload } from "#app/http/downloads";
import { exportSuppliersParquet } from "#app/services/api/exports/export-parquet";
import { supplierFilterInput } from "#app/services/api/records/read-suppliers";
import { exportSuppliers, exportSuppliersJson } from "#app/services/team/suppliers/export-suppliers";

/** All suppliers as a file, made as it is sent. */
export const exportEndpoints = [
  endpoint({
    ...{ id: "exportSuppliersCsv", method: "GET", path: "/exports/suppliers.csv", scope: "exports:read" },
    summary: "All suppliers with their newest rating as CSV, as the page has it",
    query: supplierFilterInput,
    answer: { kind: "file", type: "text/csv" },
    run: async (ctx, { query }) => csvDownload(await exportSuppliers(ctx, query)),
  }),
  endpoint({
    ...{ id: "exportSuppliersJson", method: "GET", path: "/exports/suppliers.json", scope: "exports:read" },
    summary: "The same as JSON, one object a supplier",
    query: supplierFilterInput,
    answer: { kind: "file", type: "application/json" },
    run: async (ctx, { query }) => jsonDownload(await exportSuppliersJson(ctx, query)),
  }),
  endpoint({
    ...{ id: "exportSuppliersParquet", method: "GET", path: "/exports/suppliers.parquet", scope: "exports:read" },
    summary: "The same as Parquet, for programs that count",
    query: supplierFilterInput,
    answer: { kind: "file", type: "application/vnd.apache.parquet" },
    run: async (ctx, { query }) => parquetDownload(await exportSuppliersParquet(ctx, query)),
  }),
];
