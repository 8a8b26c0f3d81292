/**
 * People who agreed that colleagues find them by name, and who those colleagues are: whoever
 * belongs to their region.
 */
package org.portolan.people.colleague;
