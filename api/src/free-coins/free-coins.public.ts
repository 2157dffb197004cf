/** What other features may use of the search for free coins: nothing but that it runs. */
export { FreeCoinsModule } from './free-coins.module.js';
