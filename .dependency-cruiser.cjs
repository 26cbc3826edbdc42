// Who may import whom: the table "Folders" of ARCHITECTURE.md. tests/architecture/ plants a violation of every rule here and
// expects a refusal, so a rule added below needs its plant there.
const { folders, node, packages } = require("./.folders.cjs");

const outside = ({ name, path, why }, rule, allowed, more) => ({
  name: `${name}-${rule}`,
  comment: why,
  severity: "error",
  from: { path },
  to: {
    pathNot: [path, ...allowed.filter((one) => one !== node)],
    dependencyTypesNot: [...(allowed.includes(node) ? ["core"] : []), ...more],
  },
});
/** Two rules a folder: what it may know at all, and what of that it may run. */
const folderRules = folders.flatMap((folder) => {
  const { runs = [], types = [] } = folder;
  const known = outside(folder, "knows", [...runs, ...types], []);
  return types.length === 0 ? [known] : [known, outside(folder, "runs", runs, ["type-only"])];
});

/** Two sides of the product that must not lean on each other. */
const sides = ["services", "routes", "components"].flatMap((folder) =>
  [
    ["supplier", "team"],
    ["team", "supplier"],
  ].map(([one, other]) => ({
    name: `${folder}-${one}-without-${other}`,
    comment: "What both sides need stands beside them, not in one of them.",
    severity: "error",
    from: { path: `^app/${folder}/${one}/` },
    to: { path: `^app/${folder}/${other}/` },
  })),
);

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two files that need each other, if only for a type, are one file, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true },
    },
    {
      name: "no-missing-files",
      comment: "A name that resolves to nothing builds and then fails when run.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^virtual:" },
    },
    {
      name: "relative-only-within-a-folder",
      comment: "Names with # say which part of the product is used; a path of dots hides it.",
      severity: "error",
      from: { path: "^(.+)/[^/]+$" },
      to: { path: "^(app|db|questionnaires|scoring|terms|tests)/", pathNot: "^$1/", dependencyTypesNot: ["aliased"] },
    },
    ...folderRules,
    ...sides,
    {
      name: "queries-know-no-dialect",
      comment: "Queries and tables are written once; what differs comes to them from a dialect.",
      severity: "error",
      from: { path: "^db/", pathNot: ["^db/(sqlite|postgres)/", "^db/index\\.ts$", "^db/[^/]+\\.config\\.ts$"] },
      to: { path: "^db/(sqlite|postgres)/" },
    },
    {
      name: "dialects-stay-apart",
      comment: "One database must not need the driver of another.",
      severity: "error",
      from: { path: "^db/(sqlite|postgres)/" },
      to: { path: "^db/(sqlite|postgres)/", pathNot: "^db/$1/" },
    },
    {
      name: "app-runs-only-db-index-and-errors",
      comment: "Behind db/index everything may change, and nobody past it can tell which database there is.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^db/", pathNot: "^db/(index|errors)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "remix-only-in-router",
      comment: "Types too: another router must be a change of one folder.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/router/" },
      to: { path: packages("@remix-run") },
    },
    {
      name: "fast-has-few-importers",
      comment: "What is written for speed is called by the router, the server and the page that it is for.",
      severity: "error",
      from: { pathNot: ["^app/(router|server)/", "^app/routes/supplier/question/", "^tests/"] },
      to: { path: "^app/router/fast/" },
    },
    {
      name: "nobody-draws-with-the-server",
      comment: "What a name marks as the server's would reach the browser.",
      severity: "error",
      from: { path: "^app/(components|pictures|page|views)/" },
      to: { path: "\\.server\\.tsx?$" },
    },
    {
      name: "product-imports-no-tests",
      comment: "What only tests need must not be shipped.",
      severity: "error",
      from: { pathNot: "^tests/" },
      to: { path: "^tests/" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    exclude: { path: "^(build|data)/" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
    },
  },
};
