/** One letter, plain text. */
export interface Letter {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
}

/** Takes letters. Until a mail server is set up they are kept as `.eml` files and shown on the console. */
export interface Mail {
  send(letter: Letter): Promise<void>;
}
