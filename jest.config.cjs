/** Unit tests of the pure folders and of the stores, in plain Node. Everything else is tested in the browser. */
module.exports = {
  roots: ['<rootDir>/src'],
  testEnvironment: 'node',
  // Milliseconds after which a test counts as stuck, however busy the machine is: many of them start kernels.
  testTimeout: 120_000,
  testMatch: ['**/__tests__/**/*.spec.ts'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' }
      }
    ]
  }
};
