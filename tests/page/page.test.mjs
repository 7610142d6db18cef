// The page in a browser: samples, pastes, a large drop, narrow screens, and no request.
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { fileAddress, launch, open, picture, serve, verdict } from "./world.mjs";

let browser;
let served;
before(async () => { [browser, served] = [await launch(), await serve()]; });
after(async () => {
  await browser?.close();
  served?.server.close();
});

// Opens the page, and afterwards nothing may have been requested but the page itself.
async function withPage(use, { address = served.address, ...options } = {}) {
  const { page, context, requests, complaints } = await open(browser, address, options);
  try {
    await use(page);
    assert.deepEqual(requests, [address]);
    assert.deepEqual(complaints, []);
  } finally {
    await context.close();
  }
}

const sample = (page, name) => page.getByRole("button", { name }).click();
const samples = [
  ["a good request", /^Valid\. It looks like a start-request\./, ["Canonical form", "123456789012", "Request line"]],
  ["a broken request", /^Not valid: 3 violations\. It has 1 unknown member\./,
    ["did you mean 'databaseName'?", "DSI_E_PATTERN", "In such an ARN, the account is twelve digits."]],
  ["a page of models", /^A good answer with 2 models\./, ["SDL of all models", "OrderState", "Fetch the next page."]],
  ["a service error", /^A service error of class throttle\. It looks like a get-response, status 429\.$/,
    ["Wait, and retry. Wait at least 3 s.", "Rate exceeded", "the service throttles requests"]],
];

describe("samples", () => {
  for (const [name, pattern, words] of samples) {
    test(name, () => withPage(async (page) => {
      await sample(page, name);
      await verdict(page, pattern);
      const report = await page.locator("#report").textContent();
      words.forEach((word) => assert.match(report, new RegExp(word.replace(/[?.]/g, "\\$&"))));
    }));
  }
  test("from a file, without a server", () => withPage(async (page) => {
    await sample(page, "a good request");
    await verdict(page, /^Valid\./);
  }, { address: fileAddress }));
});

describe("pastes", () => {
  const get = "/v1/datasources/introspections/x";
  for (const [why, text, pattern, at] of [
    ["JSON that breaks off", '{"rdsDataApiConfig":{', /^Refused: .*start-request/, " "],
    ["a wrong type, after a character of two bytes", '{"é":1,"rdsDataApiConfig":[]}', /^Refused: /, "["],
    ["a byte of a second line that is not JSON", '{"introspectionId":"x",\n  oops}', /^Refused: /, "o"],
    ["a target", `${get}?maxResults=25`, /^Valid\. It looks like a get-request/],
    ["a request line", `GET ${get} HTTP/1.1\n`, /^Valid\. It looks like a get-request/],
    ["a boolean of a query", `${get}?includeModelsSDL=True`, /^Refused: a boolean is true or false, in lower case, in /, "T"],
    ["a target that breaks a rule", `${get}?maxResults=26`, /^Not valid: 1 violation/],
    ["a text instead of an answer", "HTTP/1.1 503 Away\n\nupstream is away", /^A service error of class transient/],
    ["curl -i with two heads", "HTTP/1.1 100 Continue\r\n\r\nHTTP/2 200 \r\nA: b\r\n\r\n{\"introspectionStatus\":\"SUCCESS\"}",
      /^A good answer\. .*start-response, status 200/],
    ["a head that breaks off", "HTTP/1.1 200 OK\nA: b", /^Refused: the HTTP head is cut short \(line 2, column 5, byte 20\)\.$/],
    ["JSON that is wrong on its second line", '{"introspectionId":"x",\n  oops}', /^Refused: .* at line 2, column 3, byte 26\. /],
    ["a service error without a status", '{"message":"Forbidden"}', /^A service error .*The status is a guess/],
    ["an account that is too short", '{"rdsDataApiConfig":{"resourceArn":"arn:aws:rds:us-east-1:1:cluster:a"}}',
      /^Not valid: 3 violations/, ":"],
    ["a value that turns the direction, and an emoji", '{"introspectionId":"x","nextToken":"\u202e😀 "}',
      /^Not valid: 1 violation/, " "],
  ]) {
    test(why, () => withPage(async (page) => {
      await page.getByLabel("Message:").fill(text);
      await verdict(page, pattern);
      if (at !== undefined) {
        assert.equal(await page.locator(".at").first().textContent(), at);
      }
    }));
  }
  test("data is never HTML", () => withPage(async (page) => {
    const html = "<img src=x onerror=alert(1)>";
    const model = { name: html, fields: [{ name: html, type: { kind: "Scalar", name: html } }], sdl: html };
    await page.getByLabel("Message:").fill(JSON.stringify({ introspectionStatus: html,
      introspectionResult: { models: [model], nextToken: html } }));
    await verdict(page, /^A good answer with 1 model\./);
    await page.getByRole("heading", { name: `SDL of ${html}` }).waitFor();
    assert.equal(await page.locator("img").count(), 0);
  }));
  test("a model with more fields than the package has room for at first", () => withPage(async (page) => {
    const field = { name: "a", type: { kind: "Scalar", name: "Int" }, length: 0 };
    const models = [{ name: "m", fields: Array(9000).fill(field) }];
    await page.getByLabel("Message:").fill(JSON.stringify({ introspectionResult: { models } }));
    await verdict(page, /^A good answer with 1 model\./);
  }));
  test("types, as GraphQL writes them", () => withPage(async (page) => {
    const scalar = { kind: "Scalar", name: "Int" };
    const nonNull = (type) => ({ kind: "NonNull", type });
    const fields = [nonNull({ kind: "List", type: nonNull(scalar) }), { kind: "List", type: scalar },
      nonNull({ kind: "Enum", name: "E", values: ["A", "B"] }),
      nonNull(undefined), { kind: "New", type: scalar }].map((type) => ({ name: "f", type }));
    await page.getByLabel("Message:").fill(JSON.stringify({ introspectionResult: { models: [{ name: "m", fields }] } }));
    await verdict(page, /^A good answer with 1 model\./);
    await page.locator("td.type").nth(4).waitFor();
    assert.deepEqual(await page.locator("td.type").allTextContents(), ["[Int!]!", "[Int]", "E! { A B }", "?!", "Int"]);
  }));
  test("what the user chose", () => withPage(async (page) => {
    await page.getByLabel("Message:").fill("{}");
    await verdict(page, /^Valid\. It looks like a start-request/);
    await page.getByLabel("It is").selectOption("get-response");
    await verdict(page, /^A good answer\. It was read as a get-response, status 200/);
    await page.getByLabel("Status of an answer").fill("403");
    await verdict(page, /^A service error of class auth/);
    await page.getByText("Headers of an answer").click();
    await page.getByLabel("One on each line").fill("x-amzn-errortype: NotFoundException");
    await verdict(page, /^A service error of class modelled/);
  }));
});

// Drops a file on the page that has a model many times, and measures the longest time in
// which the page did nothing else.
const dropLarge = (page, megabytes) => page.evaluate((size) => {
  const model = `${JSON.stringify({ name: "orders", sdl: "type orders { id: Int! }",
    fields: Array(20).fill({ name: "id", type: { kind: "NonNull", type: { kind: "Scalar", name: "Int" } }, length: 0 }) })},`;
  const some = new Blob([model.repeat(Math.round(1e6 / model.length))]);
  const blob = ['{"introspectionStatus":"SUCCESS","introspectionResult":{"models":[', ...Array(size).fill(some), "{}]}}"];
  const data = new DataTransfer();
  data.items.add(new File(blob, "large.json"));
  globalThis.watch = { longest: 0, seen: [] };
  let last = performance.now();
  setInterval(() => {
    watch.longest = Math.max(watch.longest, performance.now() - last);
    last = performance.now();
    watch.seen.push(document.getElementById("bar").value);
  }, 5);
  document.body.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
}, megabytes);

test("the SDL can be copied", () => withPage(async (page) => {
  await sample(page, "a page of models");
  await page.getByRole("button", { name: "Copy SDL of all models" }).click();
  await page.getByRole("button", { name: "Copied" }).waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^type customers \{\n {2}id: Int!\n/);
}, { permissions: ["clipboard-read", "clipboard-write"] }));

describe("large files", () => {
  test("100 MB are read with progress, and the page stays awake", () => withPage(async (page) => {
    const began = performance.now();
    await dropLarge(page, 100);
    assert.match(await verdict(page, /^A good answer/, 120000), /with [\d,]+ models/);
    const { longest, shares } = await page.evaluate(() => ({ longest: watch.longest,
      shares: new Set(watch.seen).size }));
    console.log(`100 MB: ${Math.round(performance.now() - began)} ms, busy for at most ${Math.round(longest)} ms`);
    assert.ok(longest < 500, `the page did nothing for ${longest} ms`);
    assert.ok(shares > 10, `it showed ${shares} steps of progress`);
    assert.match(await page.locator("#report").textContent(), /of which the first 200 are shown/);
  }));
  test("another message stops the reading", () => withPage(async (page) => {
    await dropLarge(page, 100);
    await page.locator("#progress").waitFor();
    await sample(page, "a good request");
    await verdict(page, /^Valid\./);
    await page.waitForTimeout(500);
    await verdict(page, /^Valid\./);
    assert.equal(await page.locator("#progress").isVisible(), false);
  }));
  test("a long request", () => withPage(async (page) => {
    const buffer = Buffer.from(JSON.stringify({ new: Array(300000).fill("a"), rdsDataApiConfig: { databaseName: "" } }));
    await page.getByLabel("Or a file").setInputFiles({ name: "a.json", mimeType: "", buffer });
    await verdict(page, /^Not valid: 3 violations/);
    await page.getByText("unknown members were not looked for").waitFor();
  }));
  test("a long answer that breaks off still shows its models", () => withPage(async (page) => {
    const models = Array(60000).fill({ name: "a", sdl: "type a" });
    const buffer = Buffer.from(JSON.stringify({ introspectionResult: { models } }).slice(0, -20));
    await page.getByLabel("Or a file").setInputFiles({ name: "a.json", mimeType: "", buffer });
    await verdict(page, /^Refused: .*ends too early/);
    await page.getByRole("heading", { name: "Models: 59,999, of which the first 200 are shown" }).waitFor();
  }));
  test("a file that is no text", () => withPage(async (page) => {
    await page.getByLabel("Or a file").setInputFiles({ name: "a.json", mimeType: "", buffer: Buffer.from([0x7b, 0x22, 0xff]) });
    await verdict(page, /^Refused: .*byte 2/);
    await page.getByRole("button", { name: "Remove the file" }).click();
    await verdict(page, /^Paste a message/);
  }));
});

describe("for everybody", () => {
  for (const colorScheme of ["light", "dark"]) {
    for (const width of [360, 1280]) {
      test(`${width} pixels, ${colorScheme}: nothing is cut off`, () => withPage(async (page) => {
        for (const [name, pattern] of samples) {
          await sample(page, name);
          await verdict(page, pattern);
          await page.locator("details.model").first().locator("summary").click({ timeout: 500 }).catch(() => {});
          const wide = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(wide <= width, `${name}: ${wide} pixels`);
          await page.screenshot({ path: picture(`${name.split(" ").at(-1)}-${width}-${colorScheme}`), fullPage: true });
        }
      }, { colorScheme, viewport: { width, height: 800 } }));
    }
  }
  test("by keyboard alone, in the order of the page", () => withPage(async (page) => {
    const order = [];
    for (let i = 0; i < 10; i++) {
      await page.keyboard.press("Tab");
      order.push(await page.evaluate(() => document.activeElement.id || document.activeElement.textContent));
    }
    assert.deepEqual(order, [...samples.map(([name]) => name), "text", "file", "kind", "level", "status",
      "Headers of an answer"]);
    await page.getByRole("button", { name: "a broken request" }).focus();
    await page.keyboard.press("Enter");
    await verdict(page, /^Not valid/);
  }));
  test("each control has a label, and the verdict is announced", () => withPage(async (page) => {
    const bare = await page.evaluate(() => [...document.querySelectorAll("input, select, textarea, progress")]
      .filter((control) => control.labels.length === 0).map((control) => control.id));
    assert.deepEqual(bare, []);
    assert.equal(await page.getByRole("status").getAttribute("aria-live"), "polite");
  }));
});

test("the picture of the README", () => withPage(async (page) => {
  await sample(page, "a broken request");
  await verdict(page, /^Not valid/);
  await page.screenshot({ path: picture("readme") });
}, { colorScheme: "light", viewport: { width: 1120, height: 560 } }));

test("the policy refuses what is not the page's own", async () => {
  const { page, context, complaints } = await open(browser, served.address);
  const answers = await page.evaluate(async () => {
    const script = document.createElement("script");
    script.append("globalThis.ran = 1");
    document.body.append(script);
    let html;
    try { document.body.innerHTML = "<p>"; } catch (error) { html = error.name; }
    return [globalThis.ran, html, await fetch("/other").catch((error) => error.name)];
  });
  assert.deepEqual(answers, [undefined, "TypeError", "TypeError"]);
  assert.ok(complaints.length >= 2);
  await context.close();
});
