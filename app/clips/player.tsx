import { type ReactNode, type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";

import { Notice } from "#app/ui/notice.tsx";
import { words } from "#app/words/words.ts";

import type { FilmHandle } from "./film-handle.ts";
import { actOfKey, loopTarget, nextSpeed, nextStop, pictureMs, type PlayerAct, pressLoop } from "./playback.ts";
import { Controls, type MarkWords, type Playing } from "./player-controls.tsx";
import { usePictures } from "./use-pictures.ts";

const said = words.player;
const MS_PER_SECOND = 1000;
const JUMP_SECONDS = 5;
/** Until the film has shown what its own is: 25 pictures a second. */
const USUAL_FRAME_SECONDS = 0.04;
/** How much longer a picture is taken to last where a step did not leave it. */
const LONGER = 1.5;

/** How a moment is marked where the film stands: at once, or as a stretch from its start to its end. */
export interface Marking {
  /** What is marked, in words. */
  readonly words: MarkWords;
  /** None where only stretches are marked. */
  readonly now?: (() => void) | undefined;
  readonly start: () => void;
  readonly end: () => void;
}

interface FilmPlayerProps {
  readonly source: string;
  /** As the server knows it: some films do not say it themselves. */
  readonly durationMs: number;
  readonly handle: RefObject<FilmHandle>;
  readonly onTime: (nowMs: number) => void;
  /** Who looks at it and when: stands on the picture. */
  readonly shownTo: string;
  /** Where moments can be marked. */
  readonly marking?: Marking | undefined;
  /** Places to go to from one to the next, in milliseconds. */
  readonly stops: readonly number[];
  /** What belongs to the film: the player's keys work in it too. */
  readonly children?: ReactNode;
}

const AT_FIRST: Playing = { nowMs: 0, isPlaying: false, speed: 1, loop: null, showsKeys: false };

type Acts = Readonly<Record<PlayerAct, () => void>>;
type PlaybackProps = Pick<FilmPlayerProps, "durationMs" | "handle" | "onTime" | "marking" | "stops"> & { readonly box: RefObject<HTMLElement> };

/** The acts of the player on its film. */
function usePlayback({ durationMs, handle, onTime, marking, stops, box }: PlaybackProps) {
  const video = useRef<HTMLVideoElement>(null);
  const waits = useRef(false);
  /** The picture from which the last step was taken. */
  const stepped = useRef(-1);
  const [state, setState] = useState(AT_FIRST);
  const change = (part: Partial<Playing>): void => { setState((before) => ({ ...before, ...part })); };
  const seek = (seconds: number): void => {
    if (video.current) video.current.currentTime = Math.min(Math.max(seconds, 0), durationMs / MS_PER_SECOND);
  };
  const play = (): void => { void video.current?.play().catch(() => undefined); };
  const pause = (): void => { video.current?.pause(); };
  const pictures = usePictures(video, (seconds) => {
    const nowMs = Math.round(seconds * MS_PER_SECOND);
    const target = loopTarget(state.loop, nowMs);
    if (target !== undefined) seek(target / MS_PER_SECOND);
    change({ nowMs });
    onTime(nowMs);
  });
  const now = (): number => video.current?.currentTime ?? 0;
  const nowMs = (): number => pictureMs(pictures.current?.shown ?? 0, durationMs);
  const goTo = (ms: number): void => { waits.current = false; pause(); seek(ms / MS_PER_SECOND); };
  const wait = (): void => {
    if (video.current?.paused === false) waits.current = true;
    pause();
  };
  // A film shows another picture while it comes to rest: it goes back to the one that was there when the key was pressed.
  const hold = (): void => { const at = nowMs(); wait(); seek(at / MS_PER_SECOND); };
  useImperativeHandle(handle, () => ({
    nowMs, seek: goTo, wait,
    loop: (fromMs, toMs) => {
      change({ loop: { fromMs, toMs } });
      seek(fromMs / MS_PER_SECOND);
      play();
    },
    goOn: () => {
      if (waits.current) play();
      waits.current = false;
      box.current?.querySelector("button")?.focus();
    },
  }));
  const stepBy = (frames: number): void => {
    if (!pictures.current) return;
    pause();
    const { shown, frame } = pictures.current;
    const isStuck = stepped.current === shown && frames > 0 && now() > shown;
    const length = (frame ?? USUAL_FRAME_SECONDS) * (isStuck ? LONGER : 1);
    if (isStuck) pictures.current.frame = length;
    stepped.current = shown;
    seek(shown + frames * length);
  };
  const stopBy = (by: 1 | -1): void => {
    const stop = nextStop(stops, nowMs(), by);
    if (stop !== undefined) goTo(stop);
  };
  const setSpeed = (speed: number): void => {
    if (video.current) video.current.playbackRate = speed;
    change({ speed });
  };
  const acts: Acts = {
    toggle: () => { waits.current = false; if (video.current?.paused === false) pause(); else play(); },
    // Into the middle of a picture, so that rounding never shows its neighbour.
    frame_back: () => { stepBy(-0.5); }, frame_on: () => { stepBy(1.5); },
    jump_back: () => { seek(now() - JUMP_SECONDS); }, jump_on: () => { seek(now() + JUMP_SECONDS); },
    loop: () => { change({ loop: pressLoop(state.loop, nowMs()) }); },
    slower: () => { setSpeed(nextSpeed(state.speed, -1)); }, faster: () => { setSpeed(nextSpeed(state.speed, 1)); },
    mark: () => { if (marking?.now) { hold(); marking.now(); } }, mark_start: () => { marking?.start(); }, mark_end: () => { if (marking) { hold(); marking.end(); } },
    next_stop: () => { stopBy(1); }, stop_before: () => { stopBy(-1); },
    keys: () => { change({ showsKeys: !state.showsKeys }); },
  };
  return { video, state, change, seek, setSpeed, acts };
}

/** The keys of the player, while something in it has the focus and nowhere else. */
function useKeys(box: RefObject<HTMLElement>, acts: Acts): void {
  const latest = useRef(acts);
  latest.current = acts;
  useEffect(() => {
    const element = box.current;
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return;
      const act = actOfKey(event.key, { tag: event.target.tagName, isRange: event.target instanceof HTMLInputElement });
      if (act === undefined) return;
      event.preventDefault();
      latest.current[act]();
    };
    element?.addEventListener("keydown", pressed);
    return () => { element?.removeEventListener("keydown", pressed); };
  }, [box]);
}

/**
 * A film with controls of its own: play, frames, loop, speed, a slider, keys. Until the page's script runs, the browser's own
 * controls stand in their place. Says plainly what this browser cannot show.
 */
export function FilmPlayer({ source, durationMs, handle, onTime, shownTo, marking, stops, children }: FilmPlayerProps) {
  const box = useRef<HTMLElement>(null);
  const { video, state, change, ...controls } = usePlayback({ durationMs, handle, onTime, marking, stops, box });
  useKeys(box, controls.acts);
  const [problem, setProblem] = useState<"cannotPlay" | "soundOnly" | null>(null);
  const [runs, setRuns] = useState(false);
  useEffect(() => {
    setRuns(true);
    // It may have failed before the script ran.
    if (video.current?.error) setProblem("cannotPlay");
  }, [video]);
  return (
    <section className="film" aria-label={said.label} ref={box}>
      {problem !== null && <Notice kind="warning">{said[problem]}</Notice>}
      <div className="film-picture">
        {/* eslint-disable-next-line jsx-a11y/media-has-caption -- what is said in supervision films is written down nowhere */}
        <video ref={video} src={source} preload="metadata" playsInline controls={!runs} disablePictureInPicture controlsList="nodownload"
          onPlay={() => { change({ isPlaying: true }); }} onPause={() => { change({ isPlaying: false }); }} onError={() => { setProblem("cannotPlay"); }}
          onLoadedMetadata={(event) => { if (event.currentTarget.videoWidth === 0) setProblem("soundOnly"); }} />
        <span className="film-shown-to">{shownTo}</span>
      </div>
      {runs && <Controls state={state} durationMs={durationMs} marks={marking?.words} hasStops={stops.length > 0} {...controls} />}
      {children}
    </section>
  );
}
