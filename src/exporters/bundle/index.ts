export { bundle, bundleEntries } from './bundle';
export { dataFilesOf, fitting, type DataFile } from './data-files';
export { admittedData, whyLeftOut, type AdmittedData } from './secret-files';
export type { BundleEntry } from './entry';
export { sizeOf } from './zip';
