import './prelude.ts';

const { main } = await import('./action/main.ts');
await main();
