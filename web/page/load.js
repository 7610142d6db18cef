// The bytes of the module, which the build puts into the page. This takes the place of the
// package's file of the same name.
import bytes from "./dsi.wasm";

export const load = () => bytes;
