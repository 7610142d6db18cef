// The bytes of the module, in Node or anywhere else. The page and bundlers for browsers
// have another file in place of this one.
import { load as fetchFrom } from "./load-browser.js";

const url = new URL("./dsi.wasm", import.meta.url);

/** Reads them from the file beside this one. */
export async function load() {
  if (url.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return readFile(url);
  }
  return fetchFrom(url);
}
