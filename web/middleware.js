// Validation inside AWS's own JavaScript client, before a request is built and signed.
import { ValidationError } from "./error.js";
import { messages } from "./message.js";
import { validate } from "./validate.js";

const requests = new Map(messages.filter(({ isRequest }) => isRequest)
  .map(({ name, operation }) => [`${operation}Command`, name]));

/** A plugin for `client.middlewareStack.use`; see index.d.ts. */
export function validateInput(options = {}) {
  const middleware = (next, context) => async (args) => {
    const message = requests.get(context.commandName);
    const report = message && validate(message, args.input ?? {}, options);

    if (report && !report.valid) {
      throw new ValidationError(report);
    }
    return next(args);
  };
  return { applyToStack: (stack) => stack.add(middleware,
    { step: "initialize", name: "dsiValidateInput", override: true }) };
}
