export { setOrdersOf, type SetOrder, type SetOrders } from './uses';
