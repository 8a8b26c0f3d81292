/** The only place that asks what time it is. */
package org.portolan.platform.time;
