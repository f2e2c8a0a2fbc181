import { useEffect, useState } from "react";

import type { Looked } from "./look-at-film.ts";

/** What looks at films did not come: the connection broke, or the portal was renewed meanwhile. */
const NOT_LOADED: Looked = { ok: false, because: "not_loaded" };

/** A film chosen on the device; nothing of it has been sent. */
export interface ChosenFilm {
  readonly file: File;
  /** Where this page can play it from. */
  readonly url: string;
  /** What it is; undefined while it is looked at. */
  readonly looked: Looked | undefined;
}

/** The film that was chosen, and how another is chosen. */
export function useChosenFilm(): [ChosenFilm | undefined, (file: File | undefined) => void] {
  const [chosen, setChosen] = useState<ChosenFilm>();
  const url = chosen?.url;
  useEffect(() => () => { if (url !== undefined) URL.revokeObjectURL(url); }, [url]);
  return [chosen, (file) => {
    setChosen(file && { file, url: URL.createObjectURL(file), looked: undefined });
    if (!file) return;
    void import("./look-at-film.ts").then(({ lookAtFilm }) => lookAtFilm(file), () => NOT_LOADED).then((looked) => {
      setChosen((now) => (now?.file === file ? { ...now, looked } : now));
    });
  }];
}
