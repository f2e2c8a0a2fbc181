/** A plain form's fields. */
export type Form = Readonly<Record<string, string>>;

/** Bytes as they are, with the headers that their protocol wants. */
export class Octets {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly headers: Form;

  constructor(bytes: Uint8Array<ArrayBuffer>, headers: Form) {
    this.bytes = bytes;
    this.headers = headers;
  }
}

/** What goes to a route: a plain form, a form with files, or bytes as they are. */
export type Sent = Form | FormData | Octets;

/** A form with files, as a browser sends it. */
export function multipart(fields: Readonly<Record<string, string | File>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  return form;
}

/** The body and the headers that say what it is; a form's own come with its body. */
export function bodyOf(sent: Sent): { readonly body: BodyInit; readonly headers: Form } {
  if (sent instanceof FormData) return { body: sent, headers: {} };
  if (sent instanceof Octets) return { body: sent.bytes, headers: { "content-type": "application/offset+octet-stream", ...sent.headers } };
  return { body: new URLSearchParams(sent), headers: {} };
}
