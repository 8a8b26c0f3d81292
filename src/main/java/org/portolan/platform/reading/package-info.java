/**
 * Looks into files that people send, in a process of its own with little memory and little time: a
 * file that is made to break whoever reads it breaks that process, and nothing else.
 */
package org.portolan.platform.reading;
