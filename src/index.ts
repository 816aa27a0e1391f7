import './prelude.ts';

if (Reflect.has(globalThis, 'isPostStep')) await (await import('./action/post.ts')).post();
else await (await import('./action/main.ts')).main();
