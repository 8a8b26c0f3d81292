/**
 * Offices: who holds which one, for which scope, from when to when, who stands in for them, and
 * which rights follow. Owns mandate, administration_change and office_seat; uses region and people;
 * fires {@link org.portolan.office.MandateChanged}.
 */
package org.portolan.office;
