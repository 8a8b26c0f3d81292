/**
 * The search page and what programs and the search box ask: one query over everything readers may
 * find. Stands above every feature whose items it shows; what was asked is counted in {@code
 * asked}.
 */
package org.portolan.finding;
