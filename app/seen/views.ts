import type { SignOffView } from "#app/accreditation/view-model.ts";
import type { ReflectionLine } from "#app/logbook/reflection-view.ts";
import type { TraineeView } from "#app/outcomes/trainee-view.ts";
import type { EnrolmentView } from "#app/pathway/enrolment.ts";
import type { PersonPageProps } from "#app/people/person-page.tsx";
import type { WhenView } from "#app/progress/forecast/when-view.ts";
import type { ProgressView } from "#app/progress/view.ts";

/** A trainee's page as their supervisor has it. */
export interface SupervisedView {
  readonly traineeId: string;
  readonly name: string;
  readonly view: ProgressView;
  readonly when: WhenView | null;
  readonly signOff: SignOffView | undefined;
  readonly shared: readonly ReflectionLine[];
}

/** A person's page as an administrator has it. */
export type ManagedView = Omit<PersonPageProps, "done" | "isReadOnly" | "children"> & { readonly enrolment: EnrolmentView | "none" | undefined };

/** The pages of one person on which a trainee stands, exactly as they have them; null where there is none of that kind. */
export interface ExactPages {
  readonly name: string;
  readonly record: SupervisedView | null;
  readonly led: TraineeView | null;
  readonly managed: ManagedView | null;
}
