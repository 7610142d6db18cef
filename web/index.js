export { DsiError, ValidationError } from "./error.js";
export { messages, version } from "./message.js";
export { parseArn, validate } from "./validate.js";
export { decode, encode, target } from "./codec.js";
export { Decoder } from "./decoder.js";
export { Poll } from "./poll.js";
export { generate } from "./generate.js";
export { validateInput } from "./middleware.js";
