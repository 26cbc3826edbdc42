// Vite, and what stands on it, takes a # or a ? in the name of a folder for the end of a path, and a % for a code. Plain Node
// and no packages, because nothing may be installed yet.
import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  linkSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  realpathSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const signs = /[#?%]/;
/** make, which compiles the driver of Node.js 20, takes a blank for the end of a path, and brackets for a pattern. */
const signsForMake = /[^\w./@+-]/;

/** Made by commands, or too large to be copied each time. */
const apart = ["node_modules", "build", "data", ".tmp", ".git"];

/** The folder in which a checkout can be built and tested: itself, or a place for a copy where its name has such a sign. */
export function plainFolderOf(root) {
  return folderWithout(signs, root, "build");
}

/** The folder in which packages can be compiled. */
export function compilingFolderOf(root) {
  return folderWithout(signsForMake, root, "packages");
}

function folderWithout(signs, root, purpose) {
  if (!signs.test(root)) return root;
  const name = createHash("sha256").update(root).digest("hex").slice(0, 12);
  const folder = join(realpathSync(tmpdir()), `avow-${purpose}-${name}`);
  if (signs.test(folder))
    throw new Error(`Neither ${root} nor ${folder} has a name that can be built in: use letters of a to z.`);
  return folder;
}

/** Brings the copy of a checkout up to date. Packages are linked where that is possible, so they take no room. */
export function fillPlainFolder(root, folder) {
  if (folder === root) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(root)) {
    if (!apart.includes(name))
      cpSync(join(root, name), join(folder, name), { recursive: true, preserveTimestamps: true });
  }
  linkTree(join(root, "node_modules"), join(folder, "node_modules"));
  if (existsSync(join(root, ".git"))) symlinkSync(join(root, ".git"), join(folder, ".git"));
}

function linkTree(from, to) {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source, target) {
  try {
    linkSync(source, target);
  } catch {
    // Another disk.
    copyFileSync(source, target);
  }
}

/** Puts what was built in the copy where it belongs. */
export function takeBuild(root, folder) {
  if (folder === root) return;
  rmSync(join(root, "build"), { recursive: true, force: true });
  cpSync(join(folder, "build"), join(root, "build"), { recursive: true });
}

/** Brings what npm needs to the folder in which packages are compiled, and those that are there where they stay. */
export function fillCompilingFolder(root, folder, keepsPackages) {
  if (folder === root) return;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  for (const name of ["package.json", "package-lock.json"]) copyFileSync(join(root, name), join(folder, name));
  if (keepsPackages) linkTree(join(root, "node_modules"), join(folder, "node_modules"));
}

export function takePackages(root, folder) {
  if (folder === root) return;
  rmSync(join(root, "node_modules"), { recursive: true, force: true });
  linkTree(join(folder, "node_modules"), join(root, "node_modules"));
  rmSync(folder, { recursive: true, force: true });
}
