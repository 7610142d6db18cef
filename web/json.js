// A value as JSON for the module, exactly or not at all.
import { DsiError, argumentError } from "./error.js";
import { pointerPart } from "./unknown.js";
import { isBytes, nameOf, tagOf } from "./wasm.js";

// JSON.stringify writes null for a number that JSON does not have, and dsi would take
// that for an absent member.
function refuseNumbers(value) {
  const paths = new Map([[value, ""]]);

  JSON.stringify(value, function replace(key, member) {
    const path = member === value ? "" : paths.get(this) + pointerPart(key);
    if (typeof member === "number" && !Number.isFinite(member)) {
      throw new DsiError({ code: "DSI_E_INTEGER", path, message: `the number at '${path}' is ${member}` });
    }
    if (typeof member === "object" && member !== null) {
      paths.set(member, path);
    }
    return member;
  });
}

// What these hold is not in their members, so JSON.stringify would write an empty object.
const opaque = /^(?:Map|Set|WeakMap|WeakSet|Promise|DataView|(?:Shared)?ArrayBuffer|\w+Array|Blob|File|Response)$/;

/** JSON of a value. A string or bytes are taken for JSON as they are. */
export function json(value) {
  if (typeof value === "string" || isBytes(value)) {
    return value;
  }
  const text = typeof value === "object" && value !== null && !opaque.test(tagOf(value))
    ? JSON.stringify(value) : undefined;
  if (text === undefined) {
    throw argumentError(`a message is an object, or its JSON as a string or bytes, and not ${nameOf(value)}`);
  }
  if (text.includes("null")) {
    refuseNumbers(value);
  }
  return text;
}
