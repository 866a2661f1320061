export { verifyIcon } from './icons';
export { VerifyOptions, type VerifyOptionsProps } from './options';
export type {
  IVerifyHost,
  ShownProof,
  VerifyState,
  VerifySubject
} from './subject';
export { VerifyWidget } from './widget';
export { cellProofText } from './proof-words';
