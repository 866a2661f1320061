export { setOrdersOf, type SetOrders } from './uses';
