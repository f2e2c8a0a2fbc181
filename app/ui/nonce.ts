import { createContext, useContext } from "react";

/** The nonce of this answer's scripts. Only the server gives one; in the browser it is undefined. */
export const NonceContext = createContext<string | undefined>(undefined);

/** Props for Remix's script components: the nonce on the server, nothing in the browser. */
export function useNonceProps(): { nonce?: string } {
  const nonce = useContext(NonceContext);
  return nonce === undefined ? {} : { nonce };
}
