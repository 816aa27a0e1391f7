/** First import of every entry: what the bundle needs of the process before anything else is loaded. */
import { setFlagsFromString } from 'node:v8';

// ssh2's poly1305 reads __dirname, which ECMAScript modules do not have (vercel/ncc#749).
Object.assign(globalThis, { __dirname: import.meta.dirname });
// Notices about dependencies' use of Node are nothing that a user of the action can act on.
process.noDeprecation = true;
// V8 lets garbage pile up as long as there is memory. Reading the thousands of classes in a jar makes much of it, and a
// step that waits for a server most of the time has the moment to clear it away (bench/results/start.json).
setFlagsFromString('--optimize-for-size');
