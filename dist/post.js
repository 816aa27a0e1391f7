/** The entry of the post step: the bundle of main, so that what both need is in dist/ once. */
Object.assign(globalThis, { isPostStep: true });
await import("./index.js");
export {};
