/** The headers of a file of ours that is saved, never shown. @param name made by us, so plain characters are enough */
export function textFileHeaders({ name, type }: { readonly name: string; readonly type: string }): HeadersInit {
  return {
    "content-type": type,
    "content-disposition": `attachment; filename="${name.replace(/[^\w.-]+/g, "-")}"`,
    "cache-control": "no-store",
  };
}
