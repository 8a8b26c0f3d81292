/**
 * On which days administrations do not work: the public holidays of each Member, kept by its
 * National Coordinators. Owns public_holiday. Tells whoever plans which of them fall between two
 * days, and whether a day is fixed or only expected.
 */
package org.portolan.holiday;
