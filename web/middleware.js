// Validation inside AWS's own JavaScript client, before a request is built and signed.
import { DsiError, ValidationError } from "./error.js";
import { choose, levels, messages } from "./message.js";
import { validate } from "./validate.js";

const requests = new Map(messages.filter(({ isRequest }) => isRequest)
  .map(({ name, operation }) => [`${operation}Command`, name]));

// An input of a wrong type has no violations that dsi could look for: its error is the one.
function report(message, input, options) {
  if (typeof input !== "object") {
    throw new TypeError("the input of a command is an object");
  }
  try {
    return validate(message, input, options);
  } catch (error) {
    if (!(error instanceof DsiError)) {
      throw error;
    }
    const { code, offset, path, message: words } = error;
    return { valid: false, message: words, violations: [{ code, offset, path, message: words }],
      unknown: [] };
  }
}

/** A plugin for `client.middlewareStack.use`; see index.d.ts. */
export function validateInput(options = {}) {
  const { level = "model" } = options;
  choose("level", levels, level); // a mistake of the program, and not of an input
  const middleware = (next, context) => async (args) => {
    const message = requests.get(context.commandName);
    const found = message && report(message, args.input ?? {}, options);

    if (found && !found.valid) {
      throw new ValidationError(found);
    }
    return next(args);
  };
  return { applyToStack: (stack) => stack.add(middleware,
    { step: "initialize", name: "dsiValidateInput", override: true }) };
}
