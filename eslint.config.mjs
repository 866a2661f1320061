import eslint from '@eslint/js';
import { defineConfig, globalIgnores } from 'eslint/config';
import prettier from 'eslint-config-prettier';
import jsdoc from 'eslint-plugin-jsdoc';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import tseslint from 'typescript-eslint';

import { arrows } from './scripts/lint/arrows.mjs';

const TESTS = ['src/**/__tests__/**', 'src/testing/**', 'ui-tests/**'];

export default defineConfig(
  globalIgnores([
    '.venv',
    'build',
    'coverage',
    'dist',
    'lib',
    'jupyterlab_retrace',
    'ui-tests/test-results',
    'ui-tests/playwright-report'
  ]),
  eslint.configs.recommended,
  {
    linterOptions: {
      noInlineConfig: true,
      reportUnusedDisableDirectives: 'error'
    },
    rules: {
      curly: 'error',
      eqeqeq: 'error',
      'no-console': ['error', { allow: ['error', 'warn'] }],
      'no-param-reassign': 'error',
      'no-warning-comments': 'error'
    }
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strict],
    rules: {
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', destructuredArrayIgnorePattern: '^_' }
      ]
    }
  },
  {
    files: ['src/{panel,plugins}/**/*.{ts,tsx}'],
    plugins: { 'react-hooks': reactHooks },
    rules: reactHooks.configs.recommended.rules
  },
  {
    files: ['src/**/*.{ts,tsx}', 'scripts/**/*.mjs'],
    ignores: ['**/__tests__/**', 'src/testing/**'],
    plugins: { jsdoc },
    rules: {
      'jsdoc/require-jsdoc': [
        'error',
        {
          publicOnly: { esm: true },
          require: { ClassDeclaration: true, FunctionDeclaration: true },
          contexts: ['TSInterfaceDeclaration'],
          minLineCount: 4,
          enableFixer: false
        }
      ],
      'jsdoc/no-types': 'error',
      'max-lines': [
        'error',
        { max: 300, skipBlankLines: true, skipComments: true }
      ]
    }
  },
  {
    files: TESTS.flatMap(folder => [`${folder}/*.{ts,tsx}`]),
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off'
    }
  },
  {
    files: ['**/*.{js,cjs,mjs}', 'ui-tests/**/*.ts', 'bench/**'],
    languageOptions: { globals: { ...globals.node } }
  },
  {
    // What these print is what they are run for.
    files: ['scripts/**', 'bench/**', 'ui-tests/bench/**'],
    rules: { 'no-console': 'off' }
  },
  ...arrows,
  prettier
);
