export { BannerView } from './banner';
export { HeaderView } from './view';
