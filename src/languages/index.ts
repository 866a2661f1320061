export type { Language, Probe, ScriptSyntax } from './language';
