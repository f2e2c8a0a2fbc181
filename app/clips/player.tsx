import { type RefObject, useEffect, useImperativeHandle, useRef, useState } from "react";

import { Button } from "#app/ui/button.tsx";
import { Notice } from "#app/ui/notice.tsx";
import { words } from "#app/words/words.ts";

import type { FilmHandle } from "./film-handle.ts";
import { actOfKey, type Loop, loopTarget, nextSpeed, type PlayerAct, pressLoop, SPEEDS } from "./playback.ts";

const said = words.player;
const MS_PER_SECOND = 1000;
const JUMP_SECONDS = 5;
/** Until the film has shown what its own is: 25 pictures a second. */
const USUAL_FRAME_SECONDS = 0.04;

interface FilmPlayerProps {
  readonly source: string;
  /** As the server knows it: some films do not say it themselves. */
  readonly durationMs: number;
  readonly handle: RefObject<FilmHandle>;
  readonly onTime: (nowMs: number) => void;
  /** Marks the moment at which the film stands, where that is possible: what its button says, and what it does. */
  readonly mark?: { readonly text: string; readonly press: () => void } | undefined;
}

function showClock(ms: number): string {
  const tenths = Math.floor(ms / 100);
  const seconds = Math.floor(tenths / 10);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}.${String(tenths % 10)}`;
}

/** Follows each picture that is shown: where the film stands, and how long a picture lasts. */
function usePictures(video: RefObject<HTMLVideoElement>, onPicture: (seconds: number) => void): RefObject<number> {
  const frameSeconds = useRef(USUAL_FRAME_SECONDS);
  const latest = useRef(onPicture);
  latest.current = onPicture;
  useEffect(() => {
    const element = video.current;
    if (!element) return undefined;
    let [before, asked] = [-1, 0];
    const shown: VideoFrameRequestCallback = (_, { mediaTime }) => {
      const passed = mediaTime - before;
      if (before >= 0 && passed > 0.005 && passed < frameSeconds.current) frameSeconds.current = passed;
      before = mediaTime;
      latest.current(mediaTime);
      asked = element.requestVideoFrameCallback(shown);
    };
    const told = (): void => { latest.current(element.currentTime); };
    // Browsers without the one have the other, a little later.
    const hasPictures = "requestVideoFrameCallback" in element;
    if (hasPictures) asked = element.requestVideoFrameCallback(shown);
    for (const event of ["timeupdate", "seeked"]) element.addEventListener(event, told);
    return () => {
      if (hasPictures) element.cancelVideoFrameCallback(asked);
      for (const event of ["timeupdate", "seeked"]) element.removeEventListener(event, told);
    };
  }, [video]);
  return frameSeconds;
}

interface Playing {
  readonly nowMs: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly loop: Loop | null;
  readonly showsKeys: boolean;
}

const AT_FIRST: Playing = { nowMs: 0, isPlaying: false, speed: 1, loop: null, showsKeys: false };

/** The acts of the player on its film. */
function usePlayback({ durationMs, handle, onTime, mark }: Omit<FilmPlayerProps, "source">) {
  const video = useRef<HTMLVideoElement>(null);
  const [state, setState] = useState(AT_FIRST);
  const change = (part: Partial<Playing>): void => { setState((before) => ({ ...before, ...part })); };
  const seek = (seconds: number): void => {
    if (video.current) video.current.currentTime = Math.min(Math.max(seconds, 0), durationMs / MS_PER_SECOND);
  };
  const pause = (): void => { video.current?.pause(); };
  const frames = usePictures(video, (seconds) => {
    const nowMs = Math.round(seconds * MS_PER_SECOND);
    const target = loopTarget(state.loop, nowMs);
    if (target !== undefined) seek(target / MS_PER_SECOND);
    change({ nowMs });
    onTime(nowMs);
  });
  const now = (): number => video.current?.currentTime ?? 0;
  useImperativeHandle(handle, () => ({
    nowMs: () => Math.round(now() * MS_PER_SECOND), pause, seek: (ms) => { pause(); seek(ms / MS_PER_SECOND); },
  }));
  const stepBy = (frameParts: number): void => { pause(); seek(now() + frameParts * (frames.current ?? USUAL_FRAME_SECONDS)); };
  const setSpeed = (speed: number): void => {
    if (video.current) video.current.playbackRate = speed;
    change({ speed });
  };
  const acts: Readonly<Record<PlayerAct, () => void>> = {
    toggle: () => { if (video.current?.paused === false) pause(); else void video.current?.play().catch(() => undefined); },
    // Into the middle of a picture, so that rounding never shows its neighbour.
    frame_back: () => { stepBy(-0.5); }, frame_on: () => { stepBy(1.5); },
    jump_back: () => { seek(now() - JUMP_SECONDS); }, jump_on: () => { seek(now() + JUMP_SECONDS); },
    loop: () => { change({ loop: pressLoop(state.loop, Math.round(now() * MS_PER_SECOND)) }); },
    slower: () => { setSpeed(nextSpeed(state.speed, -1)); }, faster: () => { setSpeed(nextSpeed(state.speed, 1)); },
    mark: () => { pause(); mark?.press(); },
    keys: () => { change({ showsKeys: !state.showsKeys }); },
  };
  return { video, state, change, seek, setSpeed, acts };
}

/** The keys of the player, while something in it has the focus and nowhere else. */
function useKeys(acts: Readonly<Record<PlayerAct, () => void>>): RefObject<HTMLDivElement> {
  const box = useRef<HTMLDivElement>(null);
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
  }, []);
  return box;
}

function KeyCard() {
  return (
    <section className="key-card" aria-label={said.keys}>
      <p className="small muted">{said.keysText}</p>
      <dl>{said.keyList.map(([key, text]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{text}</dd></div>)}</dl>
    </section>
  );
}

type ControlsProps = Pick<ReturnType<typeof usePlayback>, "state" | "seek" | "setSpeed" | "acts"> & Pick<FilmPlayerProps, "durationMs" | "mark">;

function LoopText({ loop }: Pick<Playing, "loop">) {
  if (loop === null) return null;
  return <p className="small muted" role="status">{loop.toMs === null ? said.loopFrom(showClock(loop.fromMs)) : said.looping(showClock(loop.fromMs), showClock(loop.toMs))}</p>;
}

function Controls({ state, durationMs, mark, seek, setSpeed, acts }: ControlsProps) {
  const { nowMs, isPlaying, speed, loop, showsKeys } = state;
  const loopText = loop === null ? said.loop.off : loop.toMs === null ? said.loop.from : said.loop.on;
  return (
    <>
      <input type="range" className="film-place" min={0} max={durationMs} step={100} value={Math.min(nowMs, durationMs)} aria-label={said.place}
        aria-valuetext={said.placeText(showClock(nowMs), showClock(durationMs))} onChange={(event) => { seek(Number(event.currentTarget.value) / MS_PER_SECOND); }} />
      <div className="film-controls">
        <Button type="button" small onClick={acts.toggle}>{isPlaying ? said.pause : said.play}</Button>
        <Button type="button" look="quiet" small onClick={acts.frame_back}>{said.back}</Button>
        <Button type="button" look="quiet" small onClick={acts.frame_on}>{said.forward}</Button>
        <Button type="button" look="quiet" small onClick={acts.loop}>{loopText}</Button>
        <label className="film-speed small"><span>{said.speed}</span>
          <select className="input" value={speed} onChange={(event) => { setSpeed(Number(event.currentTarget.value)); }}>
            {SPEEDS.map((one) => <option key={one} value={one}>{said.speedOf(one)}</option>)}
          </select>
        </label>
        <span className="num film-clock"><b>{showClock(nowMs)}</b> / {showClock(durationMs)}</span>
        {mark && <Button type="button" look="quiet" small onClick={acts.mark}>{mark.text}</Button>}
        <Button type="button" look="quiet" small onClick={acts.keys} pressed={showsKeys}>{said.keys} <kbd>?</kbd></Button>
      </div>
      <LoopText loop={loop} />
      {showsKeys && <KeyCard />}
    </>
  );
}

/**
 * A film with controls of its own: play, frames, loop, speed, a slider, keys. Until the page's script runs, the browser's own
 * controls stand in their place. Says plainly what this browser cannot show.
 */
export function FilmPlayer({ source, durationMs, handle, onTime, mark }: FilmPlayerProps) {
  const { video, state, change, ...controls } = usePlayback({ durationMs, handle, onTime, mark });
  const box = useKeys(controls.acts);
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
      {/* eslint-disable-next-line jsx-a11y/media-has-caption -- what is said in supervision films is written down nowhere */}
      <video ref={video} src={source} preload="metadata" playsInline controls={!runs} disablePictureInPicture controlsList="nodownload"
        onPlay={() => { change({ isPlaying: true }); }} onPause={() => { change({ isPlaying: false }); }} onError={() => { setProblem("cannotPlay"); }}
        onLoadedMetadata={(event) => { if (event.currentTarget.videoWidth === 0) setProblem("soundOnly"); }} />
      {runs && <Controls state={state} durationMs={durationMs} mark={mark} {...controls} />}
    </section>
  );
}
