/** The one set of icons, drawn on 24 x 24 with a 2-pixel line. Always beside a text, never instead of one. */
const SHAPES = {
  progress: "M4 20V10M10 20V4M16 20v-7M22 20H2",
  log: "M6 3h12a1 1 0 0 1 1 1v16a1 1 0 0 1-1 1H6a1 1 0 0 1-1-1V4a1 1 0 0 1 1-1zM9 8h6M9 12h6M9 16h3",
  waiting: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 7v5l3.5 2",
  people: "M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 20c0-3.6 2.9-6 6.5-6s6.500 2.400 6.500 6M16 4.500a3.500 3.500 0 0 1 0 6.300M18 14.500c2.200.8 3.500 2.800 3.500 5.500",
  person: "M12 11.500a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.500 20.500c0-4 3.300-6.500 7.500-6.500s7.500 2.500 7.500 6.500",
  pathway: "M5 21V4M5 5h12l-2.500 3.500L17 12H5",
  film: "M4 5h16a1 1 0 0 1 1 1v12a1 1 0 0 1-1 1H4a1 1 0 0 1-1-1V6a1 1 0 0 1 1-1zM10 9v6l5-3z",
  talk: "M4 5h16v11h-9l-4.500 4v-4H4zM8 9h8M8 12.500h5",
  group: "M12 10a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM6.500 20c0-3.300 2.400-5.500 5.500-5.500s5.500 2.200 5.500 5.500M5 12a2.300 2.300 0 1 0 0-4.600M19 12a2.300 2.300 0 1 1 0-4.600M1.800 18.500c0-2 1-3.400 2.700-4M22.200 18.500c0-2-1-3.400-2.700-4",
  course: "M2 9l10-5 10 5-10 5zM6 11.500V17c3.500 2.500 8.500 2.500 12 0v-5.500M22 9v6",
  recognised: "M12 15a6 6 0 1 0 0-12 6 6 0 0 0 0 12zM8.500 14L7 22l5-3 5 3-1.500-8",
  check: "M5 12.500l4.500 4.500L19 7",
  question: "M9 9a3 3 0 1 1 4.500 2.600c-1 .6-1.500 1.200-1.500 2.400M12 18v.01",
  alert: "M12 3.500L2.500 20h19zM12 10v4.500M12 17.500v.01",
  info: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM12 11v5.500M12 7.500v.01",
  add: "M12 5v14M5 12h14",
  change: "M4 20l1-4.500L16.500 4l3.500 3.500L8.500 19zM14 6.500l3.500 3.500",
  void: "M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18zM5.800 5.800l12.400 12.400",
  lock: "M6 11h12v9H6zM8.500 11V8a3.500 3.500 0 0 1 7 0v3",
  history: "M4 5v5h5M4.500 10A8 8 0 1 1 4 13M12 8v4.500l3 2",
  import: "M12 3v11M7.500 10l4.500 4.500 4.500-4.500M4 20h16",
  export: "M12 15V4M7.500 8L12 3.500 16.500 8M4 20h16",
  external: "M14 4h6v6M20 4l-9 9M18 14v6H4V6h6",
  next: "M5 12h14M13 6l6 6-6 6",
  back: "M19 12H5M11 6l-6 6 6 6",
  down: "M6 9l6 6 6-6",
  close: "M6 6l12 12M18 6L6 18",
  key: "M8 15.500a4.500 4.500 0 1 1 4.200-6H22v4h-3v3h-4v-3h-2.800A4.500 4.500 0 0 1 8 15.500zM8 11v.01",
  settings: "M4 7h10M18 7h2M16 5v4M4 17h2M10 17h10M8 15v4",
} as const;

export type IconName = keyof typeof SHAPES;

/** All names, for the page that shows every component. */
export const ICON_NAMES = Object.keys(SHAPES) as readonly IconName[];

/** A drawing that says nothing by itself: assistive technology skips it and reads the text beside it. */
export function Icon({ name, size = "text" }: { readonly name: IconName; readonly size?: "text" | "large" }) {
  return (
    <svg className={`icon icon-${size}`} viewBox="0 0 24 24" width="20" height="20" aria-hidden="true" focusable="false">
      <path d={SHAPES[name]} />
    </svg>
  );
}
