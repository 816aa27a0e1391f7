/** First import of every entry: what the bundle needs of the process before anything else is loaded. */

// ssh2's poly1305 reads __dirname, which ECMAScript modules do not have (vercel/ncc#749).
Object.assign(globalThis, { __dirname: import.meta.dirname });
// Notices about dependencies' use of Node are nothing that a user of the action can act on.
process.noDeprecation = true;
