import { showTimeExactly } from "#app/clips/film-times.ts";

import type { MomentFields, SkillsFields } from "./forms.ts";
import type { Moment, SkillsContent } from "./model.ts";
import { LEVEL_CHOICES, type SkillLine } from "./skills.ts";

/** The form as it stands for a moment that is changed. */
export function momentDefaults({ kind, layer, sharing, principle, startsMs, endsMs, note }: Moment): Partial<MomentFields> {
  const time = (ms: number | null): string | undefined => (ms === null ? undefined : showTimeExactly(ms));
  return { kind, layer, sharing, principle: principle ?? "none", starts: time(startsMs), ends: time(endsMs), note: note ?? undefined };
}

/** The form as it stands for a record that was filled in before. */
export function skillsDefaults(content: SkillsContent | undefined): Partial<SkillsFields> {
  const level = (line: SkillLine): (typeof LEVEL_CHOICES)[number] => LEVEL_CHOICES.find((choice) => choice === String(content?.ratings[line])) ?? "open";
  return {
    attentive: level("attentive"), encouraging: level("encouraging"), receiving: level("receiving"), developing: level("developing"), guiding: level("guiding"),
    deepening: level("deepening"), activating: level("activating"), strengths: content?.strengths ?? undefined, workingPoint: content?.workingPoint ?? undefined,
  };
}
