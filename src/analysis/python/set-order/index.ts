export { looksOf, type Look, type Looks } from './looks';
export { setOrdersOf, type SetOrders } from './uses';
