/**
 * The search page and what programs and the search box ask: one query over everything readers may
 * find. Stands above every feature whose items it shows; owns no table.
 */
package org.portolan.finding;
