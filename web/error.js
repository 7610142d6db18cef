// Errors of dsi, and those that JavaScript finds before dsi is called.

/** One error: a code of dsi, where it is, and words. */
export class DsiError extends Error {
  /** @param {{code: string, message: string, offset?: number, path?: string}} error */
  constructor({ code, message, offset = 0, path = "" }) {
    super(message);
    this.name = "DsiError";
    this.code = code;
    this.offset = offset;
    this.path = path;
  }
}

/** A request that breaks rules. Code, offset and path are those of the first rule. */
export class ValidationError extends DsiError {
  /** @param {{message: string, violations: object[], unknown: object[]}} report */
  constructor({ message, violations, unknown }) {
    super({ ...violations[0], message });
    this.name = "ValidationError";
    this.violations = violations;
    this.unknown = unknown;
  }
}

export function argumentError(message) {
  return new DsiError({ code: "DSI_E_ARGUMENT", message });
}
