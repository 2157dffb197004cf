/** What other features may use of provenance. */
export { ProvenanceModule } from './provenance.module.js';
