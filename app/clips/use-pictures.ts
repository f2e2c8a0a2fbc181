import { type RefObject, useEffect, useRef } from "react";

/** The picture that is shown, and how long pictures last as far as the film has shown it (null before), in seconds. */
export interface Pictures {
  shown: number;
  frame: number | null;
}

/** No film has fewer pictures a second than five: what is longer was a jump. */
const LONGEST_FRAME_SECONDS = 0.2;

/** Follows each picture that is shown: where the film stands, and how long a picture lasts. */
export function usePictures(video: RefObject<HTMLVideoElement>, onPicture: (seconds: number) => void): RefObject<Pictures> {
  const pictures = useRef<Pictures>({ shown: 0, frame: null });
  const latest = useRef(onPicture);
  latest.current = onPicture;
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    let [before, asked] = [-1, 0];
    const shown: VideoFrameRequestCallback = (_, { mediaTime }) => {
      const passed = mediaTime - before;
      if (before >= 0 && passed > 0.005 && passed < (pictures.current.frame ?? LONGEST_FRAME_SECONDS)) pictures.current.frame = passed;
      before = mediaTime;
      pictures.current.shown = mediaTime;
      latest.current(mediaTime);
      asked = element.requestVideoFrameCallback(shown);
    };
    const hasPictures = "requestVideoFrameCallback" in element;
    // A browser without the one, or a film of which it shows no picture, still tells where it stands.
    const told = (): void => {
      if (!hasPictures || element.videoWidth === 0) pictures.current.shown = element.currentTime;
      latest.current(element.currentTime);
    };
    if (hasPictures) asked = element.requestVideoFrameCallback(shown);
    for (const event of ["timeupdate", "seeked"]) element.addEventListener(event, told);
    return () => {
      if (hasPictures) element.cancelVideoFrameCallback(asked);
      for (const event of ["timeupdate", "seeked"]) element.removeEventListener(event, told);
    };
  }, [video]);
  return pictures;
}
