/**
 * Measures what requests cost on a full generated world: the packaged application, eight
 * connections on loopback, processor time from the operating system. Compiled by the profile {@code
 * bench} alone, as its load tool is large.
 */
package org.portolan.bench;
