// A value as JSON for the module, exactly or not at all.
import { DsiError, argumentError } from "./error.js";

// JSON.stringify writes null for a number that JSON does not have, and dsi would take
// that for an absent member.
function refuseNumbers(value) {
  const paths = new Map([[value, ""]]);

  JSON.stringify(value, function replace(key, member) {
    const path = member === value ? "" : `${paths.get(this)}/${key.replace(/~/g, "~0").replace(/\//g, "~1")}`;
    if (typeof member === "number" && !Number.isFinite(member)) {
      throw new DsiError({ code: "DSI_E_INTEGER", path, message: `the number at '${path}' is ${member}` });
    }
    if (typeof member === "object" && member !== null) {
      paths.set(member, path);
    }
    return member;
  });
}

/** JSON of a value. A string or bytes are taken for JSON as they are. */
export function json(value) {
  if (typeof value === "string" || value instanceof Uint8Array || value instanceof ArrayBuffer) {
    return value;
  }
  const text = JSON.stringify(value);
  if (typeof value !== "object" || value === null || text === undefined) {
    throw argumentError("a message is an object, or its JSON as a string or bytes");
  }
  if (text.includes("null")) {
    refuseNumbers(value);
  }
  return text;
}
