/** One question to the server: a bash fragment that only looks, and how to read what it prints. */
export interface ScriptProbe<T> {
  readonly script: string;
  /** Reads the fragment's output. Throws `Failure` where what it finds cannot be worked with. */
  read(output: string): T;
}

/** One question to somebody else (a cloud's API), which changes nothing. */
export interface ApiProbe<T> {
  /** Throws `Failure` where there is no answer, or none that can be worked with. */
  ask(): Promise<T>;
}

/** One question about what is there. */
export type Probe<T> = ScriptProbe<T> | ApiProbe<T>;

/** What each probe of a record found. */
export type Surveyed<P> = { readonly [K in keyof P]: Found<P[K]> };

type Found<P> = P extends ScriptProbe<infer T> ? T : P extends ApiProbe<infer T> ? T : never;
