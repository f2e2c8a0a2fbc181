import type { PathwayDefinition, Requirement } from "#app/pathway/model.ts";
import type { Day } from "#app/platform/clock.ts";

/** A pathway that ships with the portal, in the version that it ships in. */
export interface PathwayPreset {
  readonly pathway: { readonly id: string; readonly name: string };
  readonly version: { readonly id: string; readonly label: string; readonly effectiveFrom: Day; readonly definition: PathwayDefinition };
}

const CLIENTS = { key: "clients", label: "Clients", entries: "cycle", measure: "distinct_clients" } as const;
const CYCLES = { key: "cycles", label: "Cycles", entries: "cycle", measure: "entries" } as const;
const SUPERVISION = { key: "supervision", label: "Supervision", entries: "supervision", measure: "minutes", formats: ["individual"] as Requirement["formats"] } as const;
const PEER_SUPERVISION = { key: "peer_supervision", label: "Peer supervision", entries: "peer_supervision", measure: "entries" } as const;

// Two days or four half-days (docs/field.md, "Gates").
const INITIAL_COURSE = { key: "initial_course", label: "Initial course", training: "initial_course", halfDaysNeeded: 4, closesStage: 1 } as const;

const SETTINGS: PathwayDefinition["settings"] = {
  supervisionNeedsConfirmation: true,
  peerSupervisionNeedsConfirmation: true,
  supervisorInTrainingCounts: false,
  clientCountsWith: "one_cycle",
  lateEntriesBelongTo: "stage_of_their_day",
};

/** 6 clients, 18 cycles, 15 hours, 2 peer sessions, as running totals (docs/field.md, "The two presets"). */
export const NES_PRESET: PathwayPreset = {
  pathway: { id: "nes-6-18-15-2", name: "NES 6/18/15/2" },
  version: {
    id: "nes-6-18-15-2-1", label: "version 1", effectiveFrom: "2020-01-01",
    definition: {
      stages: [
        { number: 1, name: "Stage 1", closing: "own_supervisor" },
        { number: 2, name: "Stage 2", closing: "own_supervisor" },
        { number: 3, name: "Stage 3", closing: "independent_reviewer" },
      ],
      accumulation: "cumulative",
      requirements: [
        { ...CLIENTS, needed: [2, 4, 6] },
        { ...CYCLES, needed: [6, 12, 18] },
        { ...SUPERVISION, needed: [300, 600, 900] },
        { ...PEER_SUPERVISION, needed: [0, 1, 2] },
      ],
      gates: [
        INITIAL_COURSE,
        { key: "mid_point", label: "Mid-point half-day", training: "mid_point", halfDaysNeeded: 1, closesStage: 2 },
      ],
      settings: SETTINGS,
      sources: [
        {
          label: "NES Digital Learning Map, Video Interactive Guidance: the totals and the mid-point half-day",
          url: "https://www.digitallearningmap.nhs.scot/resources-a-to-z/video-interactive-guidance-vig/",
        },
        { label: "AVIGuk, Training: individual supervision; another supervisor reviews at the end", url: "https://videointeractionguidance.net/training" },
        { label: "AVIGuk, Training in VIG: the initial course as four half-days", url: "http://videointeractionguidance.net/training" },
        { label: "Attune’s default, not published: what each of the three stages asks of the totals" },
      ],
    },
  },
};

/** The older three stages of 6, 9 and 12 cycles, each counting its own (docs/field.md, "The two presets"). */
export const AVIGUK_PRESET: PathwayPreset = {
  pathway: { id: "aviguk-27-cycles", name: "AVIGuk three-stage, 27 cycles" },
  version: {
    id: "aviguk-27-cycles-1", label: "version 1", effectiveFrom: "2020-01-01",
    definition: {
      stages: [
        { number: 1, name: "Stage 1", closing: "second_supervisor" },
        { number: 2, name: "Stage 2", closing: "second_supervisor" },
        { number: 3, name: "Stage 3", closing: "independent_reviewer" },
      ],
      accumulation: "per_stage",
      requirements: [
        { ...CLIENTS, needed: [2, 3, 3] },
        { ...CYCLES, needed: [6, 9, 12] },
        // 7, 8 and 8 sessions of an hour.
        { ...SUPERVISION, needed: [420, 480, 480] },
      ],
      gates: [INITIAL_COURSE],
      settings: SETTINGS,
      sources: [
        { label: "AVIGuk, Training (older page): the three stages and what each asks", url: "https://www.videointeractionguidance.net/training" },
        { label: "VIG Orkney, Training and Supervision Fees: the same stages, and the initial course as four half-days", url: "http://www.vigorkney.co.uk/services/training-and-supervision/" },
        { label: "Attune’s default, not published: sessions of an hour are read as minutes, and only individual supervision counts" },
      ],
    },
  },
};

/** Every pathway that ships with the portal. */
export const PATHWAY_PRESETS: readonly PathwayPreset[] = [NES_PRESET, AVIGUK_PRESET];
