import { type RefObject, useEffect, useRef } from "react";

/** Until the film has shown what its own is: 25 pictures a second. */
const USUAL_FRAME_SECONDS = 0.04;

/** The picture that is shown, and how long pictures last, in seconds. */
export interface Pictures {
  shown: number;
  frame: number;
}

/** Follows each picture that is shown: where the film stands, and how long a picture lasts. */
export function usePictures(video: RefObject<HTMLVideoElement>, onPicture: (seconds: number) => void): RefObject<Pictures> {
  const pictures = useRef<Pictures>({ shown: 0, frame: USUAL_FRAME_SECONDS });
  const latest = useRef(onPicture);
  latest.current = onPicture;
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    let [before, asked] = [-1, 0];
    const shown: VideoFrameRequestCallback = (_, { mediaTime }) => {
      const passed = mediaTime - before;
      if (before >= 0 && passed > 0.005 && passed < pictures.current.frame) pictures.current.frame = passed;
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
