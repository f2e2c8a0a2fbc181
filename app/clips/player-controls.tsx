import { Button } from "#app/ui/button.tsx";
import { ReadAloud } from "#app/ui/layout.tsx";
import { words } from "#app/words/words.ts";

import { type Loop, type PlayerAct, SPEEDS } from "./playback.ts";

const said = words.player;
const MS_PER_SECOND = 1000;

/** How the film plays. */
export interface Playing {
  readonly nowMs: number;
  readonly isPlaying: boolean;
  readonly speed: number;
  readonly loop: Loop | null;
  readonly showsKeys: boolean;
}

/** How marking is spoken of: moments of a film that is reviewed, or pieces of one that is cut. */
export interface MarkWords {
  /** None where only stretches are marked. */
  readonly mark?: string;
  readonly orStretch: string;
  readonly markStart: string;
  readonly markEnd: string;
  /** The keys that mark. */
  readonly keys: readonly (readonly [string, string])[];
}

export interface ControlsProps {
  readonly state: Playing;
  readonly durationMs: number;
  /** How what can be marked is called; none where nothing can be. */
  readonly marks: MarkWords | undefined;
  /** Whether there are moments to go to. */
  readonly hasStops: boolean;
  readonly seek: (seconds: number) => void;
  readonly setSpeed: (speed: number) => void;
  readonly acts: Readonly<Record<PlayerAct, () => void>>;
}

function showClock(ms: number): string {
  const tenths = Math.floor(ms / 100);
  const seconds = Math.floor(tenths / 10);
  return `${String(Math.floor(seconds / 60))}:${String(seconds % 60).padStart(2, "0")}.${String(tenths % 10)}`;
}

function KeyCard({ marks, hasStops }: Pick<ControlsProps, "marks" | "hasStops">) {
  const list = [...said.keyList.play, ...(hasStops ? said.keyList.stops : []), ...(marks?.keys ?? []), ...said.keyList.help];
  return (
    <section className="key-card" aria-label={said.keys}>
      <p className="small muted">{said.keysText}</p>
      <dl>{list.map(([key, text]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{text}</dd></div>)}</dl>
    </section>
  );
}

function LoopText({ loop }: Pick<Playing, "loop">) {
  if (loop === null) return null;
  return <p className="small muted" role="status">{loop.toMs === null ? said.loopFrom(showClock(loop.fromMs)) : said.looping(showClock(loop.fromMs), showClock(loop.toMs))}</p>;
}

interface KeyButtonProps {
  readonly text: string;
  /** The key that does the same. */
  readonly hint: string;
  readonly press: () => void;
  readonly look?: "primary" | "quiet";
  readonly pressed?: boolean;
}

function KeyButton({ text, hint, press, look = "quiet", pressed }: KeyButtonProps) {
  return <Button type="button" look={look} small onClick={press} {...(pressed === undefined ? {} : { pressed })}>{text} <kbd aria-hidden="true">{hint}</kbd></Button>;
}

/** Where the film stands, on the line on which the moments stand below. */
function Place({ state: { nowMs }, durationMs, seek }: Pick<ControlsProps, "state" | "durationMs" | "seek">) {
  return (
    <div className="film-line">
      <span className="num film-clock"><b>{showClock(nowMs)}</b> / {showClock(durationMs)}</span>
      <input type="range" className="film-place" min={0} max={durationMs} step={100} value={Math.min(nowMs, durationMs)} aria-label={said.place}
        aria-valuetext={said.placeText(showClock(nowMs), showClock(durationMs))} onChange={(event) => { seek(Number(event.currentTarget.value) / MS_PER_SECOND); }} />
    </div>
  );
}

/** The player's own controls, each with the key that does the same. */
export function Controls(props: ControlsProps) {
  const { state, marks, hasStops, setSpeed, acts } = props;
  const { isPlaying, speed, loop, showsKeys } = state;
  const loopText = loop === null ? said.loop.off : loop.toMs === null ? said.loop.from : said.loop.on;
  return (
    <>
      <Place {...props} />
      <div className="film-controls">
        <KeyButton look="primary" text={isPlaying ? said.pause : said.play} hint={said.space} press={acts.toggle} />
        <KeyButton text={said.back} hint="," press={acts.frame_back} />
        <KeyButton text={said.forward} hint="." press={acts.frame_on} />
        <KeyButton text={loopText} hint="A" press={acts.loop} />
        <label className="film-speed small"><ReadAloud>{said.speed}</ReadAloud>
          <select className="input" value={speed} onChange={(event) => { setSpeed(Number(event.currentTarget.value)); }}>
            {SPEEDS.map((one) => <option key={one} value={one}>{said.speedOf(one)}</option>)}
          </select>
        </label>
        <KeyButton text={said.keys} hint="?" press={acts.keys} pressed={showsKeys} />
      </div>
      {hasStops && !marks && (
        <div className="film-controls film-further">
          <KeyButton text={said.stopBefore} hint="P" press={acts.stop_before} />
          <KeyButton text={said.nextStop} hint="N" press={acts.next_stop} />
        </div>
      )}
      {marks && (
        <div className="film-controls film-further">
          {marks.mark !== undefined && <KeyButton look="primary" text={marks.mark} hint="M" press={acts.mark} />}
          <span className="small muted">{marks.orStretch}</span>
          <KeyButton text={marks.markStart} hint="S" press={acts.mark_start} />
          <KeyButton text={marks.markEnd} hint="E" press={acts.mark_end} />
        </div>
      )}
      <LoopText loop={loop} />
      {showsKeys && <KeyCard marks={marks} hasStops={hasStops} />}
    </>
  );
}
