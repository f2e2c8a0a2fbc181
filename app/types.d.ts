import type { AppContext } from "#app/platform/context.ts";

declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- the merge is the point
  interface AppLoadContext extends AppContext {}
}

declare global {
  // The types that are published do not know it yet.
  namespace PDFKit {
    interface PDFStructureElement {
      readonly dictionary: { readonly data: { A?: object } };
    }
  }
}
