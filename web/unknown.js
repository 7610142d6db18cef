// A member that the model does not list.

/** A name as a part of a JSON Pointer. */
export const pointerPart = (name) => `/${name.replace(/~/g, "~0").replace(/\//g, "~1")}`;

/** The module's report of one as the package has it; see index.d.ts. */
export function unknownMember({ suggestion, ...member }) {
  const path = member.path + pointerPart(member.name);
  const question = suggestion === undefined ? "" : `; did you mean '${suggestion}'?`;
  return { code: "DSI_E_UNKNOWN_MEMBER", path, name: member.name, offset: member.offset,
    message: `'${path}' is not known${question}`,
    ...(suggestion === undefined ? {} : { suggestion }) };
}
