export { RecordingChoices, type ChoiceStorage } from './recording-choices';
export {
  RunRecorder,
  type RecorderOptions,
  type RecordingSettings
} from './run-recorder';
