// Chromium with the page in it. Every request and every complaint is kept.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { once } from "node:events";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { chromium } = createRequire(`${process.env.DSI_PAGE_MODULES}/`)("playwright-core");
const folder = process.env.DSI_PAGE;
export const fileAddress = String(pathToFileURL(join(folder, "index.html")));
export const picture = (name) => join(folder, `${name}.png`);

export const launch = () => chromium.launch({ executablePath: "/usr/bin/chromium",
  args: process.getuid() === 0 ? ["--no-sandbox"] : [] });

const types = { html: "text/html", js: "text/javascript", wasm: "application/wasm" };

/** Serves the files of a folder whose names are of letters, on loopback. */
export async function serveFolder(root, files = /^\/(\w+\.(html|js|wasm))$/) {
  const server = createServer((request, response) => {
    const [, name, type] = files.exec(request.url === "/" ? "/index.html" : request.url) ?? [];
    response.writeHead(name ? 200 : 404, { "content-type": types[type] ?? "text/plain" });
    response.end(name ? readFileSync(join(root, name)) : "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  return { server, address: `http://127.0.0.1:${server.address().port}/` };
}

/** Serves the page, and nothing else, on loopback. */
export const serve = () => serveFolder(folder, /^\/(index\.(html))$/);

/** A new page. `complaints` are errors of scripts, and what the policy refused. */
export async function open(browser, address, options = {}) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const requests = [];
  const complaints = [];
  context.on("request", (request) => requests.push(request.url()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => message.type() === "error" && complaints.push(message.text()));
  await page.goto(address);
  await verdict(page, /^Paste a message/);
  return { page, context, requests, complaints };
}

/** Waits until the verdict is as expected, and returns it. */
export async function verdict(page, pattern, timeout = 10000) {
  const shown = page.locator("#verdict");
  await shown.filter({ hasText: pattern }).waitFor({ timeout })
    .catch(async () => { throw new Error(`the verdict is: ${await shown.textContent()}`); });
  return shown.textContent();
}
