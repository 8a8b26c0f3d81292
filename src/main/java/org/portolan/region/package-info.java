/**
 * Regions, Members and bodies: training centres, regional offices, the offices of Vice-Chairs,
 * neighbouring entities, donors. Owns region, subregion, member_state, body and vice_chair_term.
 * Its public face is {@link org.portolan.region.Directory}, which every feature reads, and REST;
 * the pages of the directory stand in {@code home}, since they show what upper floors know. Who
 * holds an office is asked through {@link org.portolan.region.OfficeHolders}.
 */
package org.portolan.region;
