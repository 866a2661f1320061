/** Unit tests of the pure folders and of the stores, in plain Node. Everything else is tested in the browser. */
module.exports = {
  testEnvironment: 'node',
  testMatch: ['<rootDir>/src/**/__tests__/**/*.spec.ts'],
  modulePathIgnorePatterns: ['<rootDir>/jupyterlab_retrace', '<rootDir>/lib'],
  transform: {
    '\\.tsx?$': [
      '@swc/jest',
      {
        jsc: { parser: { syntax: 'typescript', tsx: true }, target: 'es2022' }
      }
    ]
  }
};
