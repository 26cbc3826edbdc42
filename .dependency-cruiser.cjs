// Who may import whom: the table "Rooms" of ARCHITECTURE.md. tests/architecture/ plants a violation of every rule here and
// expects a refusal, so a rule added below needs its plant there.
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join("|")})/`;
const builtins = (...names) => `^(node:)?(${names.join("|")})$`;
const zod = packages("zod");
const drawing = packages("react", "react-i18next", "i18next");
const core = ["^questionnaires/", "^scoring/"];
const node = "every module of Node.js";

/**
 * Each room with what it may run (`runs`) and what it may besides know the types of (`types`): the shape of a type costs nothing
 * at run time and ties nobody to how a thing is done. A room may always import itself.
 */
const rooms = [
  { name: "terms", path: "^terms/", why: "Everybody, the browser included, uses the words of the domain: they cost nothing." },
  {
    name: "questionnaires",
    path: "^questionnaires/",
    why: "What is asked and how answers are read: no clock, no disk, no network.",
    runs: ["^terms/", zod],
  },
  {
    name: "scoring",
    path: "^scoring/",
    why: "The same input gives the same rating for ever.",
    runs: ["^questionnaires/", "^terms/", zod],
  },
  {
    name: "db",
    path: "^db/",
    why: "The record must outlive the program round it. It keeps what the core made and never judges.",
    runs: ["^terms/", packages("drizzle-orm", "drizzle-kit", "better-sqlite3(-node20)?"), node],
    types: [...core, packages("@electric-sql/pglite")],
  },
  { name: "domain", path: "^app/domain/", why: "Permissions and problems are the app's own pure corner.", runs: ["^terms/"] },
  {
    name: "views",
    path: "^app/views/",
    why: "Plain shapes that services return and components draw: types and no code of others.",
    runs: ["^terms/"],
    types: ["^app/i18n/", ...core],
  },
  {
    name: "i18n",
    path: "^app/i18n/",
    why: "Everybody needs words, so words must need nobody.",
    runs: ["^terms/", drawing],
  },
  {
    name: "mail",
    path: "^app/mail/",
    why: "A mail is written again whenever it is sent or shown, so it is made of the record and of words alone.",
    runs: ["^app/i18n/", "^app/domain/", "^terms/"],
    types: ["^app/services/context/", "^db/"],
  },
  {
    name: "services",
    path: "^app/services/",
    why: "Use cases must survive a change of router, of database and of mail server, and run in a test without one.",
    runs: [
      ...core,
      "^terms/",
      "^app/(domain|i18n|mail|views)/",
      "^db/errors\\.ts$",
      zod,
      packages("csv-parse"),
      builtins("timers/promises"),
    ],
    types: ["^db/", "^app/product/config", packages("i18next")],
  },
  {
    name: "adapters",
    path: "^app/adapters/",
    why: "What touches the world, behind the types that services ask for.",
    runs: [
      ...core,
      "^app/domain/",
      "^app/i18n/",
      packages("nodemailer", "pino", "@node-rs/argon2", "express-rate-limit"),
      node,
    ],
    types: ["^app/services/context/", "^app/mail/", "^app/product/config", "^db/"],
  },
  {
    name: "jobs",
    path: "^app/jobs/",
    why: "A job calls a use case when it is due; when and how often is all that it knows.",
    runs: ["^app/services/", "^app/domain/", "^db/errors\\.ts$", zod, builtins("timers/promises")],
    types: ["^db/", "^app/mail/", "^app/product/"],
  },
  {
    name: "product",
    path: "^app/product/",
    why: "Puts the product together: the settings, and what services are given.",
    runs: ["^app/(adapters|i18n|services|jobs)/", "^db/index\\.ts$", zod, node],
  },
  {
    name: "http",
    path: "^app/http/",
    why: "What a request carries and an answer sets.",
    runs: ["^app/(domain|i18n|services)/", "^terms/", zod, packages("@fastify/busboy"), node],
    types: ["^app/product/", "^db/"],
  },
  {
    name: "page",
    path: "^app/page/",
    why: "What a page says about itself.",
    runs: ["^app/i18n/", "^terms/", drawing],
  },
  {
    name: "pictures",
    path: "^app/pictures/",
    why: "Figures in, SVG out: a chart knows no page and no record.",
    runs: ["^app/i18n/", "^terms/", drawing],
    types: ["^app/views/"],
  },
  {
    name: "components",
    path: "^app/components/",
    why: "They are given plain values to show; anything else would reach the browser with them.",
    runs: [
      "^app/(i18n|pictures|styles|autosave|views)/",
      "^app/page/nonce\\.ts$",
      "^app/router/navigation\\.ts$",
      "^terms/",
      drawing,
    ],
  },
  {
    name: "router",
    path: "^app/router/",
    why: "The only room that knows Remix: another router is another of these.",
    runs: [
      "^app/(routes|services|http|page|components|i18n|styles|domain)/",
      packages("@remix-run", "react", "react-dom", "react-i18next", "express-rate-limit"),
      node,
    ],
    types: ["^app/product/", "^app/server/", packages("express")],
  },
  {
    name: "routes",
    path: "^app/routes/",
    why: "A page reads its input, calls one use case and answers. Core code in one would also land in the browser.",
    runs: [
      "^app/(router|http|services|components|page|i18n|styles|views|domain)/",
      "^db/errors\\.ts$",
      "^terms/",
      packages("react", "react-i18next"),
      builtins("timers/promises"),
    ],
    types: ["^db/", ...core],
  },
  {
    name: "server",
    path: "^app/server/",
    why: "Listens, guards, and hands over to the router.",
    runs: [
      "^app/(router|http|services|jobs|adapters|product|i18n|domain)/",
      packages("express", "express-rate-limit", "helmet", "compression", "vite"),
      node,
      "^virtual:",
    ],
    types: ["^db/"],
  },
  {
    name: "commands",
    path: "^app/commands/",
    why: "Read arguments, call use cases.",
    runs: [
      ...core,
      "^terms/",
      "^app/(services|server|jobs|product|adapters|i18n|domain)/",
      "^db/(index|errors)\\.ts$",
      packages("csv-parse", "zod"),
      node,
    ],
    types: ["^db/"],
  },
];

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
/** Two rules a room: what it may know at all, and what of that it may run. */
const roomRules = rooms.flatMap((room) => {
  const { runs = [], types = [] } = room;
  const known = outside(room, "knows", [...runs, ...types], []);
  return types.length === 0 ? [known] : [known, outside(room, "runs", runs, ["type-only"])];
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
    ...roomRules,
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
      name: "shells-open-the-store-by-its-door",
      comment: "Behind db/index everything may change, and nobody past it can tell which database there is.",
      severity: "error",
      from: { path: "^app/" },
      to: { path: "^db/", pathNot: "^db/(index|errors)\\.ts$", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "remix-in-its-room",
      comment: "Types too: another router must be a change of one folder.",
      severity: "error",
      from: { path: "^app/", pathNot: "^app/router/" },
      to: { path: packages("@remix-run") },
    },
    {
      name: "fast-stays-fenced",
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
