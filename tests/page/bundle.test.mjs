// The package in a bundle for browsers, as esbuild makes it. A page has that bundle, and the
// module beside it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, serveFolder } from "./world.mjs";

const web = fileURLToPath(new URL("../../web", import.meta.url));

test("a bundle for browsers has no module of Node, and works", async () => {
  const folder = mkdtempSync(join(tmpdir(), "dsi-bundle-"));
  const bundle = join(folder, "bundle.js");
  const { server, address } = await serveFolder(folder);
  const browser = await launch();
  try {
    execFileSync("esbuild", [join(web, "index.js"), "--bundle", "--format=esm", "--log-level=warning",
      `--outfile=${bundle}`]);
    assert.doesNotMatch(readFileSync(bundle, "utf8"), /["']node:/);
    copyFileSync(join(web, "dsi.wasm"), join(folder, "dsi.wasm"));
    writeFileSync(join(folder, "index.html"), "<!doctype html><title>bundle</title>");
    const page = await browser.newPage();
    await page.goto(address);
    assert.deepEqual(await page.evaluate(async () => {
      const { decode } = await import("/bundle.js");
      return decode("get-request", "/v1/datasources/introspections/x");
    }), { introspectionId: "x" });
  } finally {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  }
});
