import type { Beat } from "./score.ts";

const RATE = 48_000;

/** A voice as it sounds in a drawn film: a hum that rises and falls, no words. */
interface Voice {
  readonly pitch: number;
  readonly wave: OscillatorType;
}

const VOICES: Readonly<Record<string, Voice>> = {
  "adult speaks": { pitch: 205, wave: "triangle" },
  "child calls": { pitch: 470, wave: "sine" },
  "parent speaks": { pitch: 220, wave: "triangle" },
  "practitioner speaks": { pitch: 165, wave: "triangle" },
};
const LOUDNESS = 0.11;
/** Seconds of one syllable. */
const SYLLABLE = 0.32;

function say(context: OfflineAudioContext, { pitch, wave }: Voice, from: number, to: number): void {
  const [tone, gain] = [new OscillatorNode(context, { type: wave, frequency: pitch }), new GainNode(context, { gain: 0 })];
  tone.connect(gain).connect(context.destination);
  for (let at = from, n = 0; at + SYLLABLE < to; at += SYLLABLE, n += 1) {
    tone.frequency.linearRampToValueAtTime(pitch * (1 + 0.14 * Math.sin(n * 2.1)), at + SYLLABLE / 2);
    gain.gain.setValueAtTime(0, at);
    gain.gain.linearRampToValueAtTime(LOUDNESS, at + SYLLABLE * 0.35);
    gain.gain.linearRampToValueAtTime(0, at + SYLLABLE * 0.9);
  }
  tone.start(from);
  tone.stop(to);
}

/** The sound of a score: whoever speaks in it hums. */
export async function soundOf(score: readonly Beat<string>[], seconds: number): Promise<AudioBuffer> {
  const context = new OfflineAudioContext(1, seconds * RATE, RATE);
  for (const [from, to, what] of score) {
    const voice = VOICES[what];
    if (voice !== undefined) say(context, voice, from, to);
  }
  return context.startRendering();
}
