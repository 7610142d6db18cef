// The bytes of the module in a browser. The package's map "browser" puts this file in place
// of load.js, because a bundler cannot resolve Node's modules.

/** Fetches them from the file beside this one. */
export async function load(url = new URL("./dsi.wasm", import.meta.url)) {
  const response = await fetch(url);
  if (!response.ok) {
    throw new Error(`${url}: HTTP status ${response.status}`);
  }
  return response.arrayBuffer();
}
