import { type Instant, instantOf, londonDay, systemClock } from "#app/platform/clock.ts";
import { newId } from "#app/platform/ids.ts";

import { drop, fieldsOf, keep, listKept } from "./device.ts";
import { IDS, isUnchanged, type Kept, onItsDay, saysTheSame, type TypedFields } from "./kept.ts";
import { markSent, unmarkSent } from "./sent-mark.ts";

/** At most this often a form is sealed while somebody types, in milliseconds. */
const PAUSE_MS = 300;
/** How many earlier states of one form are offered. */
const OFFERED = 3;

/** Something typed earlier into a form, and what can be done with it. */
export interface Offer {
  readonly id: string;
  readonly keptAt: Instant;
  /** Puts it into this form; null where this form has not all of its fields. */
  readonly putBack: (() => void) | null;
  readonly discard: () => void;
}

interface Watched {
  readonly form: HTMLFormElement;
  readonly account: string;
  readonly onOffers: (offers: readonly Offer[]) => void;
  /** Told after each try whether what is typed lies on the device now. */
  readonly onKept: (isKept: boolean) => void;
}

function placeOf(form: HTMLFormElement): string {
  return new URL(form.action).pathname;
}

/** The form as the portal gave it, whatever somebody typed before this script was there. */
function asGiven(form: HTMLFormElement): TypedFields {
  const copy = form.cloneNode(true);
  if (!(copy instanceof HTMLFormElement)) return fieldsOf(form);
  copy.reset();
  return fieldsOf(copy);
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

function controlsOf(form: HTMLFormElement): Control[] {
  return [...form.elements].filter((one) => one instanceof HTMLInputElement || one instanceof HTMLSelectElement || one instanceof HTMLTextAreaElement);
}

function hasAll(form: HTMLFormElement, fields: TypedFields): boolean {
  const names = new Set(controlsOf(form).map(({ name }) => name));
  return fields.every(([name, value]) => value === "" || names.has(name) || name === "namesAreFine" || name === "asMeant");
}

function put(control: Control, values: string[]): void {
  if (control instanceof HTMLInputElement && (control.type === "radio" || control.type === "checkbox")) {
    control.checked = values.includes(control.value);
  } else {
    control.value = values.shift() ?? "";
  }
  if (values.length > 0 || control.value !== "") control.closest("details")?.setAttribute("open", "");
}

function fill(form: HTMLFormElement, fields: TypedFields): void {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) values.set(name, [...values.get(name) ?? [], value]);
  for (const control of controlsOf(form)) if (control.name !== "" && control.type !== "submit") put(control, values.get(control.name) ?? []);
}

/** Keeps what is typed into one form while its page is open, and offers what was typed into it before. */
class TypedForm {
  private id = newId();
  private offers: readonly Kept[] = [];
  /** The form as it was given; null once it holds what was typed before, which is never nothing. */
  private untouched: TypedFields | null;
  /** The ids under which what was put back was once sent, perhaps: the server takes it once. */
  private ids: TypedFields = [];
  private timer: number | undefined;
  private writing: Promise<unknown> = Promise.resolve();
  private readonly at: Watched;

  constructor(at: Watched) {
    this.at = at;
    this.untouched = asGiven(at.form);
  }

  private belonging() {
    return { account: this.at.account, kind: "typed", place: placeOf(this.at.form) } as const;
  }

  async start(): Promise<void> {
    const today = londonDay(systemClock());
    const kept = (await listKept(this.belonging())).map((one) => ({ ...one, fields: onItsDay(one.fields, londonDay(new Date(one.keptAt)), today) }));
    const present = fieldsOf(this.at.form);
    // A form that the server gave back says it all already: it goes on where that left off.
    const same = kept.find(({ fields }) => saysTheSame(present, fields));
    if (same !== undefined) this.goOnWith(same);
    this.show(kept.filter((one) => one !== same).slice(0, OFFERED));
    const asked = new URLSearchParams(window.location.search).get("kept");
    const wanted = kept.find(({ id }) => id === asked);
    if (wanted !== undefined && wanted !== same) this.putBack(wanted);
    if (this.untouched !== null && !isUnchanged(this.untouched, present)) this.write();
  }

  private show(offers: readonly Kept[]): void {
    this.offers = offers;
    this.at.onOffers(offers.map((one) => ({
      id: one.id, keptAt: one.keptAt,
      putBack: hasAll(this.at.form, one.fields) ? () => { this.putBack(one); } : null,
      discard: () => { this.discard(one); },
    })));
  }

  private goOnWith({ id, fields }: Kept): void {
    this.id = id;
    this.untouched = null;
    this.ids = fields.filter(([name]) => IDS.has(name));
  }

  private putBack(one: Kept): void {
    fill(this.at.form, one.fields);
    this.goOnWith(one);
    this.show(this.offers.filter(({ id }) => id !== one.id));
    controlsOf(this.at.form).find(({ type }) => type !== "hidden")?.focus();
  }

  private discard(one: Kept): void {
    void drop(one.id);
    this.show(this.offers.filter(({ id }) => id !== one.id));
  }

  /** Seals the form as it stands; one that is as it was found leaves nothing behind. */
  readonly write = (): void => {
    window.clearTimeout(this.timer);
    this.timer = undefined;
    const [fields, id] = [fieldsOf(this.at.form), this.id];
    const belonging = this.belonging();
    const isEmpty = this.untouched !== null && isUnchanged(this.untouched, fields);
    this.writing = this.writing.then(() => (isEmpty ? drop(id) : keep(belonging, { id, keptAt: instantOf(systemClock()), fields, refusals: [] }))).then(() => { this.at.onKept(true); }, () => { this.at.onKept(false); });
  };

  readonly touched = (): void => {
    this.timer ??= window.setTimeout(this.write, PAUSE_MS);
  };

  readonly leaving = (): void => {
    if (this.timer !== undefined) this.write();
  };

  /** React writes a hidden field anew when it likes; what goes off bears the ids of what was put back. */
  readonly named = ({ formData }: FormDataEvent): void => {
    for (const [name, value] of this.ids) if (formData.has(name)) formData.set(name, value);
  };

  readonly sent = (): void => {
    this.write();
    // What is answered with a newer version is sent over that one the next time.
    window.setTimeout(() => { this.ids = this.ids.filter(([name]) => name !== "fromVersion"); });
    markSent({ id: this.id, place: placeOf(this.at.form) });
  };
}

/** Watches a form until the function that it gives is called. */
export function watchForm(at: Watched): () => void {
  const typed = new TypedForm(at);
  unmarkSent(placeOf(at.form));
  void typed.start().catch(() => undefined);
  const { form } = at;
  const listening = new AbortController();
  const { signal } = listening;
  form.addEventListener("input", typed.touched, { signal });
  form.addEventListener("change", typed.touched, { signal });
  form.addEventListener("formdata", typed.named, { signal });
  form.addEventListener("submit", typed.sent, { signal });
  document.addEventListener("visibilitychange", typed.leaving, { signal });
  window.addEventListener("pagehide", typed.leaving, { signal });
  return () => {
    typed.leaving();
    listening.abort();
  };
}
