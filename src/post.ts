import './prelude.ts';

const { post } = await import('./action/post.ts');
await post();
