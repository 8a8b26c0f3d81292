/**
 * The regional structures: regions, Members, centres (RTC) and ROCBs. Owns region, subregion,
 * member_state and centre; read by every feature above.
 */
package org.portolan.region;
