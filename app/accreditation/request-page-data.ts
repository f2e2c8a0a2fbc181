import type { Proof } from "#app/people/proof.ts";

import type { RequestState, Seen } from "./model.ts";
import type { EvidenceView, NeedLine, SignatureView } from "./view-model.ts";

/** Everything that the page of a request for sign-off shows to whoever asks. */
export interface RequestPageData {
  readonly requestId: string;
  readonly stage: number;
  readonly stageName: string;
  /** Null where it is one's own. */
  readonly traineeName: string | null;
  readonly programmeName: string;
  readonly pathway: string;
  readonly state: RequestState;
  readonly isOpen: boolean;
  readonly askedLine: string;
  /** For whom it waits; null once it is over. */
  readonly waitsFor: string | null;
  readonly evidence: EvidenceView;
  /** Of the evidence that is shown. */
  readonly hash: string;
  /** What moved since it was asked for or, once it is signed, since then. */
  readonly moved: readonly string[];
  /** What no longer stands of what the stage asks. */
  readonly missing: readonly NeedLine[];
  readonly signatures: readonly SignatureView[];
  /** Once signed: how it can be reopened, or that it was, and why. */
  readonly afterwards: { readonly isReopened: boolean; readonly text: string; readonly reason: string | null } | null;
  /** What a form carries, so that nothing else is signed than was seen. */
  readonly seen: Seen;
  readonly may: {
    /** What the one button would sign. */
    readonly sign: "recommended" | "signed" | "accredited" | null;
    /** True where only something missing keeps them from it. */
    readonly isHeldUp: boolean;
    readonly notYet: boolean;
    readonly withdraw: boolean;
  };
  /** Why somebody who was asked may not sign. */
  readonly why: string | null;
  /** What has to be proved again before anything is signed. */
  readonly proof: Proof;
  readonly saved: string | null;
}
