// Who may import whom. tests/architecture.test.ts plants one violation of every rule here and expects a refusal,
// so a rule added below needs its plant there.
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join("|")})/`;
const core = "^(questionnaires|scoring)/";
const frameworks = packages("@remix-run", "react", "react-dom", "react-i18next", "express");
const databases = packages("drizzle-orm", "drizzle-kit", "better-sqlite3(-node20)?");
const databasesOfTests = packages("@electric-sql/pglite");
const drawing = packages("react", "react-i18next", "i18next");
const rim = "^app/(routes/|root\\.tsx|entry\\.|routes\\.ts)";
// The shape of a type costs nothing at run time and ties nobody to how a thing is done.
const typesAreFine = { dependencyTypesNot: ["type-only"] };

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "no-circles",
      comment: "Two files that need each other are one file, or hide a third.",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
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
      to: { path: "^(app|db|questionnaires|scoring|tests)/", pathNot: "^$1/", dependencyTypesNot: ["aliased"] },
    },
    {
      name: "questionnaires-stay-pure",
      comment: "What is asked and how answers are read: itself and zod, no clock, no disk, no network.",
      severity: "error",
      from: { path: "^questionnaires/" },
      to: { pathNot: ["^questionnaires/", packages("zod")] },
    },
    {
      name: "scoring-stays-pure",
      comment: "The same input gives the same rating for ever: itself, questionnaires and zod.",
      severity: "error",
      from: { path: "^scoring/" },
      to: { pathNot: [core, packages("zod")] },
    },
    {
      name: "db-knows-only-its-driver",
      comment: "The record must outlive the program round it: itself, drizzle, its driver and Node.",
      severity: "error",
      from: { path: "^db/" },
      to: { pathNot: ["^db/", core, databases], dependencyTypesNot: ["core"] },
    },
    {
      name: "db-runs-no-core",
      comment: "The store keeps what the core made; it never judges. Types of the core are fine.",
      severity: "error",
      from: { path: "^db/" },
      to: { path: core, ...typesAreFine },
    },
    {
      name: "queries-know-no-dialect",
      comment:
        "Written once for every database; what they say differently stands in the dialect file of each. No types either.",
      severity: "error",
      from: {
        path: "^db/",
        pathNot: ["^db/(sqlite|postgres)/", "^db/index\\.ts$"],
      },
      to: { path: "^db/(sqlite|postgres)/" },
    },
    {
      name: "databases-know-not-each-other",
      comment: "One goes without touching the other.",
      severity: "error",
      from: { path: "^db/(sqlite|postgres)/" },
      to: { path: "^db/(sqlite|postgres)/", pathNot: "^db/$1/" },
    },
    {
      name: "services-know-no-framework",
      comment: "Use cases must survive a change of router, and run in a test without one.",
      severity: "error",
      from: { path: "^app/services/" },
      to: { path: [frameworks, databases] },
    },
    {
      name: "services-open-no-store",
      comment: "They are handed the store in their context; only the errors it throws are used by name.",
      severity: "error",
      from: { path: "^app/services/" },
      to: { path: "^db/", pathNot: "^db/errors\\.ts$", ...typesAreFine },
    },
    {
      name: "services-know-no-shell",
      comment:
        "What touches the world comes in the context; shells call services. Types, such as the config's, are fine.",
      severity: "error",
      from: { path: "^app/services/" },
      to: {
        path: ["^app/(server|commands|components)/", "^app/.+\\.server\\.tsx?$", rim],
        ...typesAreFine,
      },
    },
    {
      name: "domain-stands-alone",
      comment: "Lifecycle and permissions are the app's own pure corner.",
      severity: "error",
      from: { path: "^app/domain/" },
      to: { pathNot: "^app/domain/" },
    },
    {
      name: "only-db-knows-its-driver",
      comment: "Past db/index nobody can tell which database there is.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: [databases, databasesOfTests] },
    },
    {
      name: "shells-open-the-store-by-its-door",
      comment: "The server, the context and commands use db/index; everything behind it may change. Types are fine.",
      severity: "error",
      from: { path: ["^app/(server|commands)/", "^app/context\\.server\\.ts$"] },
      to: { path: "^db/", pathNot: "^db/(index|errors)\\.ts$", ...typesAreFine },
    },
    {
      name: "routes-run-no-core",
      comment: "A loader calls one service. Core code in a route also lands in the browser, with zod. Types are fine.",
      severity: "error",
      from: { path: rim },
      to: { path: [core, "^db/"], ...typesAreFine },
    },
    {
      name: "routes-know-no-server",
      comment: "A page must not care who serves it, or in which process; what it needs comes in the load context.",
      severity: "error",
      from: { path: rim },
      to: { path: ["^app/(server|commands|mail)/", packages("express", "@remix-run/express")] },
    },
    {
      name: "components-only-draw",
      comment: "They are given plain values to show; anything else would reach the browser with them.",
      severity: "error",
      from: { path: "^app/components/" },
      to: {
        pathNot: [
          "^app/(components|i18n|pictures|styles|autosave)/",
          "^app/page/nonce\\.ts$",
          drawing,
          packages("@remix-run/react"),
        ],
      },
    },
    {
      name: "nobody-draws-with-the-server",
      comment: "What a name marks as the server's would reach the browser.",
      severity: "error",
      from: { path: "^app/(components|pictures)/" },
      to: { path: "\\.server\\.tsx?$" },
    },
    {
      name: "pictures-only-draw",
      comment: "Figures in, SVG out: a chart knows no page and no record.",
      severity: "error",
      from: { path: "^app/pictures/" },
      to: { pathNot: ["^app/(pictures|i18n)/", drawing], ...typesAreFine },
    },
    {
      name: "i18n-stands-alone",
      comment: "Everybody needs words, so words must need nobody.",
      severity: "error",
      from: { path: "^app/i18n/" },
      to: { pathNot: ["^app/i18n/", drawing] },
    },
    {
      name: "mails-are-written-from-the-context",
      comment: "A mail is written again whenever it is sent or shown, so it is made of the record and of words alone.",
      severity: "error",
      from: { path: "^app/mail/" },
      to: { pathNot: ["^app/(mail|i18n)/", "^app/problem\\.ts$", packages("nodemailer")], ...typesAreFine },
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
