// drizzle-kit takes every exported name for a table, and only CommonJS can export names that it does not list.
module.exports = require("./schema.ts").tables;
