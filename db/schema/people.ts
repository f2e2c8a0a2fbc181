import type { Versioned } from "./versioned.ts";

export interface PersonTable {
  id: string;
  name: string;
  /** As typed. External supervisors may have none. */
  email: string | null;
  /** Trimmed, lower case: what sign-in and uniqueness go by. */
  email_key: string | null;
  /** 1: a supervisor outside the programme, who never signs in. */
  is_external: 0 | 1;
  /** Day on which a lead verified an external person by a contact obtained separately. */
  verified_on: string | null;
  recorded_at: string;
}

export interface PasswordCredentialTable {
  person_id: string;
  password_hash: string;
  changed_at: string;
}

export interface SessionTable {
  /** SHA-256 of the session id; the id itself is only in the browser. */
  id_hash: string;
  person_id: string;
  expires_at: string;
  created_at: string;
  second_factor_at: string | null;
  reauthenticated_at: string | null;
}

export interface PasswordResetTable {
  token_hash: string;
  person_id: string;
  created_at: string;
  expires_at: string;
  used_at: string | null;
}

export interface TotpCredentialTable {
  person_id: string;
  /** The shared secret, sealed under the deployment's key. */
  sealed_secret: string;
  created_at: string;
  confirmed_at: string | null;
  /** The last 30-second step that was accepted: a code works once. */
  last_used_step: number | null;
}

export interface RecoveryCodeTable {
  id: string;
  person_id: string;
  code_hash: string;
  used_at: string | null;
}

/** Failures counted against an account or an address, in a window. */
export interface SignInThrottleTable {
  key: string;
  failures: number;
  window_started_at: string;
  last_failure_at: string;
}

export interface RoleGrantTable extends Versioned {
  id: string;
  person_id: string;
  programme_id: string;
  role: string;
  /** The capability of a supervisor to decide accreditation. */
  is_independent_reviewer: 0 | 1;
  starts_on: string;
  ends_on: string | null;
}

export interface SupervisorAccreditationTable extends Versioned {
  id: string;
  person_id: string;
  /** `accredited` or `in_training`. */
  standing: string;
  accredited_from: string;
  accredited_to: string | null;
}

export interface SupervisorAssignmentTable extends Versioned {
  id: string;
  trainee_id: string;
  supervisor_id: string;
  starts_on: string;
  ends_on: string | null;
}

export interface PeopleSchema {
  person: PersonTable;
  password_credential: PasswordCredentialTable;
  session: SessionTable;
  password_reset: PasswordResetTable;
  totp_credential: TotpCredentialTable;
  recovery_code: RecoveryCodeTable;
  sign_in_throttle: SignInThrottleTable;
  role_grant: RoleGrantTable;
  current_role_grant: RoleGrantTable;
  supervisor_accreditation: SupervisorAccreditationTable;
  current_supervisor_accreditation: SupervisorAccreditationTable;
  supervisor_assignment: SupervisorAssignmentTable;
  current_supervisor_assignment: SupervisorAssignmentTable;
}
