/** A health board that trainees work in; HB2019 codes (docs/field.md, "Boards and sectors"). */
export interface Board {
  readonly code: string;
  readonly name: string;
  /** Small enough to need care in published figures. */
  readonly isIsland: boolean;
}

/** The 14 territorial boards in alphabetical order, then the two that are no territory; their codes are our own. */
export const BOARDS: readonly Board[] = [
  { code: "S08000015", name: "Ayrshire and Arran", isIsland: false },
  { code: "S08000016", name: "Borders", isIsland: false },
  { code: "S08000017", name: "Dumfries and Galloway", isIsland: false },
  { code: "S08000029", name: "Fife", isIsland: false },
  { code: "S08000019", name: "Forth Valley", isIsland: false },
  { code: "S08000020", name: "Grampian", isIsland: false },
  { code: "S08000031", name: "Greater Glasgow and Clyde", isIsland: false },
  { code: "S08000022", name: "Highland", isIsland: false },
  { code: "S08000032", name: "Lanarkshire", isIsland: false },
  { code: "S08000024", name: "Lothian", isIsland: false },
  { code: "S08000025", name: "Orkney", isIsland: true },
  { code: "S08000026", name: "Shetland", isIsland: true },
  { code: "S08000030", name: "Tayside", isIsland: false },
  { code: "S08000028", name: "Western Isles", isIsland: true },
  { code: "national", name: "National / special board", isIsland: false },
  { code: "outwith-scotland", name: "Outwith Scotland", isIsland: false },
];
