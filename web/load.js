// The bytes of the module. The page has another file in place of this one.
const url = new URL("./dsi.wasm", import.meta.url);

/** Reads them from the file beside this one. */
export async function load() {
  if (url.protocol === "file:") {
    const { readFile } = await import("node:fs/promises");
    return readFile(url);
  }
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url}: HTTP status ${response.status}`);
  }
  return response.arrayBuffer();
}
