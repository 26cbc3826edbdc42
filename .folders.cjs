// What each folder of the product may import, for `.dependency-cruiser.cjs` and the tests of ARCHITECTURE.md.
const packages = (...names) => `(^|/)node_modules/(@types/)?(${names.join("|")})/`;
const builtins = (...names) => `^(node:)?(${names.join("|")})$`;
const zod = packages("zod");
const drawing = packages("react", "react-i18next", "i18next");
const core = ["^questionnaires/", "^scoring/"];
const node = "every module of Node.js";

/**
 * Each folder with what it may run (`runs`) and what it may besides know the types of (`types`): the shape of a type costs nothing
 * at run time and ties nobody to how a thing is done. A folder may always import itself.
 */
const folders = [
  {
    name: "terms",
    path: "^terms/",
    why: "Everybody, the browser included, uses the words of the domain: they cost nothing.",
  },
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
  {
    name: "domain",
    path: "^app/domain/",
    why: "Permissions and problems are the app's own pure corner.",
    runs: ["^terms/"],
  },
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
    runs: ["^app/i18n/", "^app/domain/", "^terms/", packages("postal-mime")],
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
      // A picture that is taken away is a file, like a list.
      "^app/pictures/(map|drawing)/",
      "^db/errors\\.ts$",
      zod,
      packages("csv-parse", "fflate", "hucre", "hyparquet(-writer)?", "iconv-lite", "jschardet", "otpauth", "uqr"),
      builtins("module", "timers/promises", "util", "zlib"),
    ],
    types: ["^db/", "^app/product/config", packages("i18next")],
  },
  {
    name: "paper",
    path: "^app/paper/",
    why: "Words in, a PDF out: paper knows no record, no clock and no person.",
    runs: [
      "^app/i18n/",
      "^app/pictures/seal-path\\.ts$",
      packages("harfbuzzjs", "subset-font", "bidi-js", "linebreak", "pdfkit", "@resvg/resvg-wasm"),
      node,
    ],
    types: ["^app/views/"],
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
    types: ["^app/services/context/", "^app/mail/", "^app/product/config", "^app/views/", "^db/"],
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
    runs: ["^app/(adapters|i18n|services|jobs)/", "^db/(index|errors)\\.ts$", "^package\\.json$", zod, node],
    types: ["^db/"],
  },
  {
    name: "http",
    path: "^app/http/",
    why: "What a request carries and an answer sets.",
    runs: ["^app/(domain|i18n|services)/", "^terms/", zod, packages("@fastify/busboy", "express-rate-limit"), node],
    types: ["^app/(product|mail)/", "^db/"],
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
      "^app/router/api/navigation\\.ts$",
      "^terms/",
      drawing,
    ],
  },
  {
    name: "router",
    path: "^app/router/",
    why: "The only folder that knows Remix: another router is another of these.",
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
    name: "api",
    path: "^app/api/",
    why: "Reads a request of a program, calls one use case, and answers with JSON.",
    runs: ["^app/(domain|http|i18n|services)/", "^app/router/send-answer\\.ts$", "^terms/", zod, node],
    types: ["^app/(product|server)/", "^db/", packages("express")],
  },
  {
    name: "server",
    path: "^app/server/",
    why: "Listens, guards, and hands over to the router.",
    runs: [
      "^app/(api|router|http|services|jobs|adapters|product|i18n|domain)/",
      "^db/errors\\.ts$",
      packages("express", "express-rate-limit", "express-static-gzip", "helmet", "compression", "prom-client", "vite"),
      zod,
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
      "^app/(services|server|jobs|product|adapters|i18n|domain|paper)/",
      "^db/(index|errors)\\.ts$",
      packages("csv-parse", "d3-geo", "topojson-client", "zod"),
      node,
    ],
    types: ["^db/", packages("@types/geojson", "@types/topojson-specification")],
  },
];

module.exports = { folders, node, packages };
