/** Words of the room `progress`. */
export const progress = {} as const;
