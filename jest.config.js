export default {
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2024', parser: { syntax: 'typescript' } }, module: { type: 'es6' } },
    ],
  },
  testMatch: ['<rootDir>/__tests__/**/*.test.ts'],
  testEnvironment: '<rootDir>/__tests__/setup/environment.ts',
  testSequencer: '<rootDir>/__tests__/setup/sequencer.ts',
  globalSetup: '<rootDir>/__tests__/setup/on-hang.ts',
  clearMocks: true,
  // Tests that run bash many times take long beside others on two cores.
  testTimeout: 30_000,
};
