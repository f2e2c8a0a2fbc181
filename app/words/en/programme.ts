import { counted } from "../format.ts";

const defaultProcedure = `1. If somebody may be in danger now, call the emergency services.
2. If not, speak today with whoever is responsible in your own service for protecting children and adults, and follow your service’s procedure.
3. Tell your supervisor or your programme lead that you have done so.
4. Write what you saw and did in your service’s own record, not here: nothing about it is kept in this portal.`;

/** Words of the room `programme`. */
export const programme = {
  defaultProcedure,
  title: "Programme",
  heading: (name: string) => `Settings of ${name}`,
  lead: "What holds for everybody in this programme, from the moment you save.",
  others: "Your other programmes",
  labels: { concernProcedure: "What to do when something in a film worries somebody", clipKeptDays: "A film is kept at most for" },
  hints: {
    concernProcedure: "Shown to whoever presses “I am worried about something here”. Who to call, how, and by when; only that it was shown is recorded.",
    clipKeptDays: "Counted from the day it was received. Most go earlier: when consent is withdrawn, the case is closed or the stage decided.",
  },
  daysUnit: "days",
  missing: { concernProcedure: "Write what to do: nobody should press the button and find nothing", clipKeptDays: "Enter for how many days a film is kept at most" },
  saved: "The settings are saved and hold from now on.",
  now: "What stands now",
  keptDays: (days: number) => counted(days, { one: "day", other: "days" }),
} as const;
