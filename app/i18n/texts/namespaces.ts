/** One file of texts per namespace and language: locales/<language>/<namespace>.json. */
export const namespaces = [
  "common",
  "supplier",
  "team",
  "mail",
  "problems",
  "ratings",
  "reviews",
  "evidence",
  "actions",
  "map",
  "api",
  "reports",
  "rules",
  "table",
] as const;

export type Namespace = (typeof namespaces)[number];

export const defaultNamespace = "common" satisfies Namespace;
