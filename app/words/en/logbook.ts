/** Words of the room `logbook`. */
export const logbook = {} as const;
