/** The messages of AWS AppSync's data source introspection. */

export type RequestName = "start-request" | "get-request";
export type ResponseName = "start-response" | "get-response";
export type MessageName = RequestName | ResponseName;

/** A rule of a later level also includes those of the levels before it. */
export type Level = "model" | "documented" | "agreement";

/** A text as a string, or its UTF-8. */
export type Text = string | Uint8Array | ArrayBuffer;

/** A value, or its JSON as a string or bytes. */
export type Value = object | Text;

/** A Uint8Array with a buffer of its own, which fetch accepts as a body. */
export type Bytes = ReturnType<Uint8Array["slice"]>;

/** An error of dsi: the first thing that is wrong with a message. */
export class DsiError extends Error {
  /** The code's name in C, as "DSI_E_SYNTAX". */
  readonly code: string;
  /** In bytes from the start of the message. */
  readonly offset: number;
  /** A JSON Pointer; "" is the message itself. */
  readonly path: string;
}

/**
 * A request that breaks rules. Code, offset and path are those of the first violation;
 * its offset counts in the value at the path. Of an input with a wrong type, the error of
 * that type is the only violation.
 */
export class ValidationError extends DsiError {
  readonly violations: readonly (Violation | UnknownMember)[];
  readonly unknown: readonly UnknownMember[];
}

export interface Field {
  readonly path: string;
  /** 1 text, 2 one of `values`, 3 and 4 an integer of 32 and 64 bits, 5 a boolean. */
  readonly kind: 1 | 2 | 3 | 4 | 5;
  readonly required: boolean;
  readonly values: readonly string[];
}

export interface Message {
  readonly name: MessageName;
  readonly operation: string;
  readonly isRequest: boolean;
  readonly hasBody: boolean;
  readonly hasItems: boolean;
  readonly method: string;
  readonly path: string;
  /** Members that have one value. */
  readonly fields: readonly Field[];
}

/** Every message. */
export const messages: readonly Message[];

/** The version of dsi. */
export const version: string;

/** One broken rule. */
export interface Violation {
  readonly code: string;
  /** 0 model, 1 documented, 2 agreement. Absent for the error of a wrong type. */
  readonly level?: 0 | 1 | 2;
  /** A JSON Pointer to the member. */
  readonly path: string;
  /** In the words of the protocol's own servers. They never repeat the value. */
  readonly message: string;
  /** Of the first byte in the value after which no text could match. */
  readonly offset: number;
  /** The same place in the value as a JavaScript string. */
  readonly index?: number;
  /** The part of an ARN that breaks the rule. */
  readonly part?: string;
  readonly name?: undefined;
  readonly suggestion?: undefined;
}

/** A member that the model does not list. */
export interface UnknownMember {
  readonly code: "DSI_E_UNKNOWN_MEMBER";
  readonly path: string;
  readonly name: string;
  readonly message: string;
  /** Of the name, in bytes from the start of the JSON. */
  readonly offset: number;
  /** A name that the model lists and that is nearly the same. */
  readonly suggestion?: string;
  readonly level?: undefined;
  readonly index?: undefined;
  readonly part?: undefined;
}

export interface Report {
  readonly valid: boolean;
  /** All violations in words; "" if there are none. */
  readonly message: string;
  readonly violations: readonly (Violation | UnknownMember)[];
  /** With `strict`, these are violations as well. */
  readonly unknown: readonly UnknownMember[];
}

export interface ValidateOptions {
  /** "model" if absent. */
  level?: Level;
  /** An unknown member is a violation. */
  strict?: boolean;
}

/**
 * Finds every rule that a request breaks. Throws a DsiError if the value is not such a
 * request at all.
 */
export function validate(message: RequestName, value: Value, options?: ValidateOptions): Report;

export type Arn =
  | { ok: true; partition: string; service: string; region: string; account: string; resource: string }
  | { ok: false; part: string; offset: number; index: number; message: string };

/** Takes an ARN apart, or says which part breaks which rule, and where. */
export function parseArn(arn: string,
  options?: { kind?: "any" | "rds-cluster" | "secret"; level?: Exclude<Level, "agreement"> }): Arn;

export interface TargetOptions {
  /**
   * Refuse members that the model does not list, instead of leaving them out. If absent:
   * true for an object, false for JSON.
   */
  strict?: boolean;
}

export interface EncodeOptions extends TargetOptions {
  /** Write absent members as null, as the service does. For mock servers. */
  nulls?: boolean;
  pretty?: boolean;
}

/**
 * Encodes a message's body, or the JSON object that stands for a request without a body.
 * The same value always gives the same bytes.
 */
export function encode(message: MessageName, value: Value, options?: EncodeOptions): Bytes;

/** The path and query to send a request to. */
export function target(message: RequestName, value?: Value, options?: TargetOptions): string;

/** The head of a response. A fetch Response is one. */
export interface ResponseHead {
  /** 200 if absent. */
  status?: number;
  headers?: Iterable<readonly [string, string]> | Record<string, string | string[] | undefined>;
}

/** Limits of 0 are dsi's defaults. */
export interface DecodeOptions {
  strict?: boolean;
  maxBytes?: number;
  maxDepth?: number;
  /** Of one string or number, in bytes as it is written. */
  maxToken?: number;
}

export interface StartRequest {
  rdsDataApiConfig?: { resourceArn?: string; secretArn?: string; databaseName?: string };
}

export interface GetRequest {
  introspectionId?: string;
  includeModelsSDL?: boolean;
  nextToken?: string;
  maxResults?: number;
}

export interface StartOutput {
  introspectionId?: string;
  introspectionStatus?: string;
  introspectionStatusDetail?: string;
}

export interface GetOutput extends StartOutput {
  introspectionResult?: { models?: Model[]; nextToken?: string };
}

export interface FieldType {
  kind?: string;
  name?: string;
  type?: FieldType;
  values?: string[];
}

export interface ModelField {
  name?: string;
  type?: FieldType;
  length?: number;
}

export interface Index {
  name?: string;
  fields?: string[];
}

export interface Model {
  name?: string;
  fields?: ModelField[];
  primaryKey?: Index;
  indexes?: Index[];
  sdl?: string;
}

/** What a service answers instead of an output. */
export interface ServiceError {
  status: number;
  fault: "client" | "server";
  class: "modelled" | "auth" | "throttle" | "transient" | "client" | "server";
  type?: string;
  message?: string;
  reason?: string;
  detail?: object;
  requestId?: string;
  retryAfterMs?: number;
  unread?: { code: string; offset: number };
}

export type Answer<Output> =
  | { output: Output; error?: undefined }
  | { error: ServiceError; output?: undefined };

/** What each message is decoded to. */
export interface Decoded {
  "start-request": StartRequest;
  "get-request": GetRequest;
  "start-response": Answer<StartOutput>;
  "get-response": Answer<GetOutput>;
}

/**
 * Decodes a whole message. A request without a body may also be its target. Throws a
 * DsiError if it is refused.
 */
export function decode<Name extends MessageName>(message: Name, body: Text,
  response?: ResponseHead, options?: DecodeOptions): Decoded[Name];

export type Pieces = AsyncIterable<Text> | Iterable<Text> | ReadableStream<Uint8Array> | null | undefined;

/** A whole body, its pieces, or what has one: a response of fetch, a Blob. */
export type Source = Pieces | Text | Blob | { readonly body?: Pieces | Text | Blob };

export interface StreamOptions extends DecodeOptions {
  /** Room for one decoded model and the rest of the answer, in bytes. 512 KiB if absent. */
  memory?: number;
}

/** Decodes a message that comes in pieces, in memory that does not grow with it. */
export class Decoder<Name extends MessageName = MessageName> {
  constructor(message: Name, response?: ResponseHead, options?: StreamOptions);
  /** What finish returned. */
  readonly answer: Decoded[Name] | undefined;
  /** Takes the next bytes. Returns the models that end in them. */
  feed(piece: Text): Model[];
  /** Whether more bytes are of use. They are not once the message has an error. */
  readonly wantsMore: boolean;
  /** Ends the message. Throws a DsiError, the first one of the message. */
  finish(): Decoded[Name];
  /** Yields each model of the source. Then `answer` has everything else. */
  read(source: Source): AsyncGenerator<Model, void>;
  /** Gives the memory back. `read` does so too. */
  close(): void;
}

interface AnyStep {
  cause: string;
  /** The cause in words. */
  reason: string;
  lastCause: string;
  /** How long to wait first. */
  delayMs: number;
  /** What the service said of a failure. */
  detail?: string;
}

/** Send a request. */
export interface RequestStep extends AnyStep {
  action: "start" | "restart" | "wait" | "fetch" | "retry";
  ended: false;
  /** Which request to send. */
  message: RequestName;
  /** The Get request to send. */
  request?: GetRequest;
}

/** The end. */
export interface LastStep extends AnyStep {
  action: "done" | "failed" | "give-up";
  ended: true;
  message?: undefined;
  request?: undefined;
}

export type Step = RequestStep | LastStep;

export interface PollOptions {
  maxRequests?: number;
  maxRetries?: number;
  maxWaitMs?: number;
  baseDelayMs?: number;
  maxDelayMs?: number;
  includeModelsSDL?: boolean;
  maxResults?: number;
  /** An integer from 0 to 2^32 - 1, for delays. */
  random?: () => number;
}

/** Says what to send next, and when. It always ends. */
export class Poll {
  constructor(options?: PollOptions);
  readonly step: Step;
  /** Why the last answer could not be read: of dsi, or of the body's source. */
  readonly error: unknown;
  /** Goes on with an introspection that was started before. */
  resume(introspectionId: string, nextToken?: string): Step;
  /** Reads the answer to the step's request, and yields its models. Then `step` is the next. */
  read(response: ResponseHead & { body?: Source }, options?: StreamOptions): AsyncGenerator<Model, void>;
  /** No answer came. */
  lost(error?: unknown): Step;
  /** Starts once more after a "failed" whose cause is "status-failed". */
  restart(): Step;
  close(): void;
}

export interface Vector {
  /** "DSI_OK", or the code of the error or violation. */
  code: string;
  path: string;
  why: string;
  bytes: Bytes;
}

/** Yields test messages from a seed. With `broken`, every second one is broken. */
export function generate(message: MessageName,
  options?: { seed?: number | bigint; count?: number; broken?: boolean }): Generator<Vector, void>;

/**
 * A plugin for AWS's JavaScript client. It throws a ValidationError before a request is
 * built and signed:
 *
 *     client.middlewareStack.use(validateInput());
 */
export function validateInput(options?: ValidateOptions): {
  applyToStack(stack: any): void;
};
