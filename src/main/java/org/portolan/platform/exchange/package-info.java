/**
 * Records out of the database into CSV and XLSX files and back in again. Features say by a {@link
 * org.portolan.platform.exchange.Sheet} what one kind of record looks like and what holds for it;
 * reading files, comparing, the dry run, progress, applying and undoing are done here for all of
 * them. Owns exchange_import, exchange_file, exchange_row and exchange_turn.
 */
package org.portolan.platform.exchange;
