// The package as npm packs it, installed in an empty folder: the examples of its README
// run there, and print what the README says.
import assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { withMock } from "./world.mjs";

const web = fileURLToPath(new URL("../../web", import.meta.url));
const types = join(process.env.DSI_TYPES_MODULES, "node_modules");
const readme = readFileSync(join(web, "README.md"), "utf8");

// Each example: its heading, its code, and what it prints, if the README says so.
const examples = [...readme.matchAll(/```js\n(.*?)```\n(?:It prints\n```text\n(.*?)```\n)?/gs)]
  .map(([, code, printed], i) => ({ name: /import \{ (\w+).*"dsi-appsync"/.exec(code)[1], i, code, printed }));

describe("the package in an empty folder", () => {
  let folder;
  const npm = (args, cwd) => execFileSync("npm", [...args, "--silent", "--no-audit", "--no-fund", "--offline"],
    { cwd, encoding: "utf8" });

  before(() => {
    folder = mkdtempSync(join(tmpdir(), "dsi-appsync-"));
    const [packed] = npm(["pack", "--pack-destination", folder], web).trim().split("\n").slice(-1);
    writeFileSync(join(folder, "package.json"), '{"type":"module"}');
    npm(["install", join(folder, packed)], folder);
    symlinkSync(join(process.env.DSI_INTEROP_MODULES, "node_modules/@aws-sdk"), join(folder, "node_modules/@aws-sdk"));
  });
  after(() => rmSync(folder, { recursive: true }));

  // Runs a program there. Returns its output.
  async function run(code, endpoint) {
    const file = join(folder, "program.js");
    writeFileSync(file, code);
    const child = spawn(process.execPath, [file], { cwd: folder, stdio: ["ignore", "pipe", "inherit"],
      env: { ...process.env, ENDPOINT: endpoint, AWS_ACCESS_KEY_ID: "AKIDEXAMPLE", AWS_SECRET_ACCESS_KEY: "secret" } });
    let out = "";
    child.stdout.on("data", (data) => { out += data; });
    const [status] = await once(child, "close");
    assert.equal(status, 0);
    return out;
  }

  test("it has what it needs, and nothing else", () => assert.deepEqual(
    readdirSync(join(folder, "node_modules/dsi-appsync")).filter((name) => !name.endsWith(".js")).sort(),
    ["LICENSE", "README.md", "dsi.wasm", "index.d.ts", "package.json"]));
  test("it is not packed without the module or the licences", () => {
    for (const missing of ["dsi.wasm", "LICENSE"]) {
      const source = join(folder, `without-${missing}`);
      const tarballs = () => readdirSync(source).filter((name) => name.endsWith(".tgz"));
      const pack = () => spawnSync("npm", ["pack"], { cwd: source, encoding: "utf8" });
      cpSync(web, source, { recursive: true, filter: (path) => !path.endsWith(".tgz") });
      assert.equal(pack().status, 0);
      tarballs().forEach((name) => rmSync(join(source, name)));
      rmSync(join(source, missing));
      const { status, stderr } = pack();
      assert.notEqual(status, 0);
      assert.match(stderr, new RegExp(`${missing} is missing: run ./dev wasm first`));
      assert.deepEqual(tarballs(), []);
    }
  });
  test("its README links to nothing that is not in it", () => {
    const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, path]) => path);
    assert.deepEqual(links.filter((path) => !existsSync(join(folder, "node_modules/dsi-appsync", path))), []);
    assert.ok(links.length > 0);
  });
  test("its README tells the module's size", () => {
    const bytes = readFileSync(join(folder, "node_modules/dsi-appsync/dsi.wasm"));
    const [, size, compressed] = /module of (\d+) KB, or (\d+) KB compressed/.exec(readme).map(Number);
    for (const [told, { length }] of [[size, bytes], [compressed, gzipSync(bytes)]]) {
      assert.ok(Math.abs(told * 1000 - length) < 1500, `${told} KB, and not ${length} bytes`);
    }
  });
  test("TypeScript accepts the examples, and every use of the types", () => {
    examples.forEach(({ code, i }) => writeFileSync(join(folder, `example${i + 1}.mts`), code));
    writeFileSync(join(folder, "uses.mts"), readFileSync(new URL("uses.mts", import.meta.url)));
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify({ compilerOptions: { strict: true, noEmit: true,
      module: "nodenext", target: "es2022", lib: ["es2022", "dom", "dom.iterable"], skipLibCheck: true,
      types: ["node"], typeRoots: [join(types, "@types")] } }));
    const { status, stdout } = spawnSync(process.execPath, [join(types, "typescript/bin/tsc"), "-p", folder],
      { encoding: "utf8" });
    assert.equal(status, 0, stdout);
  });
  test("there are examples", () => assert.ok(examples.length >= 5));
  for (const { name, i, code, printed } of examples) {
    test(`example ${i + 1}: ${name}`, () => withMock(["--processing", "0"], async (url) => {
      const out = await run(code, url);
      if (name === "Poll") {
        assert.match(out, /^(\w+ \d+\n){7}done\n$/);
      } else {
        assert.ok(out.startsWith(printed), out);
      }
    }));
  }
});
