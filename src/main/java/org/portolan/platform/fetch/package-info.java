/**
 * Reads what lies at addresses that people typed, on the open network alone: nobody reaches by it
 * what only this server reaches. Why it is made like this: ADR 0051.
 */
package org.portolan.platform.fetch;
